using System.Buffers;
using System.Text;

namespace SocialContract.Contract.Generation.Data;

/// <summary>A JSON value that is being built.</summary>
internal abstract record GeneratedValue : GenerationResult
{
    private GeneratedValue()
    {
    }

    /// <summary>Where the whole value comes from; that of a member or an element does not count.</summary>
    public ValueOrigin Origin { get; init; } = ValueOrigin.Generated;

    /// <summary>The length of the JSON text in bytes, or a little less where names have characters of several bytes.</summary>
    public abstract long LeastBytes { get; }

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
    public sealed record Literal(byte[] Utf8) : GeneratedValue
    {
        public override long LeastBytes => Utf8.Length;

        public override void WriteTo(IBufferWriter<byte> output) => output.Write(Utf8);
    }

    public sealed record Array(IReadOnlyList<GeneratedValue> Elements) : GeneratedValue
    {
        public override long LeastBytes { get; } = 1 + Elements.Sum(LeastBytesOf);

        /// <summary>The bytes of an element with its comma.</summary>
        public static long LeastBytesOf(GeneratedValue element) => element.LeastBytes + 1;

        public override void WriteTo(IBufferWriter<byte> output)
        {
            output.Write("["u8);
            for (var index = 0; index < Elements.Count; index++)
            {
                if (index > 0)
                {
                    output.Write(","u8);
                }

                Elements[index].WriteTo(output);
            }

            output.Write("]"u8);
        }
    }

    public sealed record Object(IReadOnlyList<KeyValuePair<string, GeneratedValue>> Members) : GeneratedValue
    {
        public override long LeastBytes { get; } = 1 + Members.Sum(member => LeastBytesOf(member.Key, member.Value));

        /// <summary>The bytes of a member with its quotes, colon and comma.</summary>
        public static long LeastBytesOf(string name, GeneratedValue value) => name.Length + value.LeastBytes + 4;

        public override void WriteTo(IBufferWriter<byte> output)
        {
            output.Write("{"u8);
            for (var index = 0; index < Members.Count; index++)
            {
                if (index > 0)
                {
                    output.Write(","u8);
                }

                output.Write(JsonPieces.Quote(Members[index].Key));
                output.Write(":"u8);
                Members[index].Value.WriteTo(output);
            }

            output.Write("}"u8);
        }
    }
}
