using System.Buffers;
using System.Buffers.Text;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>A part of a compiled template.</summary>
internal abstract class TemplatePiece
{
    private TemplatePiece()
    {
    }

    public abstract void Write(in EchoScope scope, IBufferWriter<byte> output);

    private static void WriteAll(TemplatePiece[] pieces, in EchoScope scope, IBufferWriter<byte> output)
    {
        foreach (var piece in pieces)
        {
            piece.Write(scope, output);
        }
    }

    /// <summary>Text that is the same in every response.</summary>
    public sealed class Fixed(byte[] json) : TemplatePiece
    {
        public ReadOnlySpan<byte> Json => json;

        public override void Write(in EchoScope scope, IBufferWriter<byte> output) => output.Write(json);
    }

    /// <summary>Several pieces in sequence.</summary>
    public sealed class Group(TemplatePiece[] pieces) : TemplatePiece
    {
        public IReadOnlyList<TemplatePiece> Pieces => pieces;

        public override void Write(in EchoScope scope, IBufferWriter<byte> output) => WriteAll(pieces, scope, output);
    }

    /// <summary>A value of the request; the example's value where the request has none of an allowed type.</summary>
    public sealed class Value(RuntimeExpression expression, ValueTypes allowed, TemplatePiece[] example) : TemplatePiece
    {
        public RuntimeExpression Expression => expression;

        /// <summary>The types that the response's schema allows.</summary>
        public ValueTypes Allowed => allowed;

        public IReadOnlyList<TemplatePiece> Example => example;

        public override void Write(in EchoScope scope, IBufferWriter<byte> output)
        {
            if (!EchoConversion.TryWrite(EchoValue.Of(expression, scope), allowed, output))
            {
                WriteAll(example, scope, output);
            }
        }
    }

    /// <summary>A text with embedded values of the request; the example's value where one of them is missing.</summary>
    public sealed class Text(EmbeddedText text, TemplatePiece[] example) : TemplatePiece
    {
        public EmbeddedText Embedded => text;

        public IReadOnlyList<TemplatePiece> Example => example;

        public override void Write(in EchoScope scope, IBufferWriter<byte> output)
        {
            if (text.IsComplete(scope))
            {
                text.Write(scope, output);
            }
            else
            {
                WriteAll(example, scope, output);
            }
        }
    }

    /// <summary>An array with an element for each element of an array in the request; empty where the request has no such array.</summary>
    public sealed class Elements(RuntimeExpression expression, TemplatePiece[] element, int maxElements) : TemplatePiece
    {
        public RuntimeExpression Expression => expression;

        /// <summary>What is written for each element of the request's array.</summary>
        public IReadOnlyList<TemplatePiece> Element => element;

        public override void Write(in EchoScope scope, IBufferWriter<byte> output)
        {
            var array = EchoValue.Of(expression, scope);
            output.Write("["u8);
            if (array.Json is [(byte)'[', ..])
            {
                if (array.Memory.IsEmpty)
                {
                    WriteElements(array.Cursor, scope, output);
                }
                else if (JsonInstance.TryParse(array.Memory, JsonLimits.Default, out var instance, out _))
                {
                    using (instance)
                    {
                        WriteElements(instance.Root, scope, output);
                    }
                }
            }

            output.Write("]"u8);
        }

        private void WriteElements(JsonCursor array, in EchoScope scope, IBufferWriter<byte> output)
        {
            var index = 0;
            foreach (var item in array.EnumerateArray())
            {
                if (index == maxElements)
                {
                    break;
                }

                if (index > 0)
                {
                    output.Write(","u8);
                }

                WriteAll(element, new EchoScope(scope.Context, item, index++, HasItem: true), output);
            }
        }
    }

    /// <summary>An integer that counts up from the example's integer with each element.</summary>
    public sealed class Counter(long first) : TemplatePiece
    {
        public long First => first;

        public override void Write(in EchoScope scope, IBufferWriter<byte> output)
        {
            var target = output.GetSpan(20);
            Utf8Formatter.TryFormat(first + scope.Index, target, out var written);
            output.Advance(written);
        }
    }
}
