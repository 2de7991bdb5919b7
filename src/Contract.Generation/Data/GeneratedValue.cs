using System.Buffers;
using System.Text;

namespace SocialContract.Contract.Generation.Data;

/// <summary>A JSON value in the making.</summary>
internal abstract class GeneratedValue
{
    private GeneratedValue()
    {
    }

    public abstract void WriteTo(IBufferWriter<byte> output);

    public byte[] ToUtf8()
    {
        var output = new ArrayBufferWriter<byte>(256);
        WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    public static GeneratedValue Text(string value) => new Literal(JsonPieces.Quote(value));

    public static GeneratedValue Number(string value) => new Literal(Encoding.ASCII.GetBytes(value));

    public static GeneratedValue Boolean(bool value) => new Literal(value ? "true"u8.ToArray() : "false"u8.ToArray());

    public static GeneratedValue Null { get; } = new Literal("null"u8.ToArray());

    /// <summary>A complete JSON text: a scalar, or a value taken from the document.</summary>
    public sealed class Literal(byte[] utf8) : GeneratedValue
    {
        public ReadOnlyMemory<byte> Utf8 => utf8;

        public override void WriteTo(IBufferWriter<byte> output) => output.Write(utf8);
    }

    public sealed class Array(IReadOnlyList<GeneratedValue> elements) : GeneratedValue
    {
        public override void WriteTo(IBufferWriter<byte> output)
        {
            output.Write("["u8);
            for (var index = 0; index < elements.Count; index++)
            {
                if (index > 0)
                {
                    output.Write(","u8);
                }

                elements[index].WriteTo(output);
            }

            output.Write("]"u8);
        }
    }

    public sealed class Object(IReadOnlyList<KeyValuePair<string, GeneratedValue>> members) : GeneratedValue
    {
        public override void WriteTo(IBufferWriter<byte> output)
        {
            output.Write("{"u8);
            for (var index = 0; index < members.Count; index++)
            {
                if (index > 0)
                {
                    output.Write(","u8);
                }

                output.Write(JsonPieces.Quote(members[index].Key));
                output.Write(":"u8);
                members[index].Value.WriteTo(output);
            }

            output.Write("}"u8);
        }
    }
}
