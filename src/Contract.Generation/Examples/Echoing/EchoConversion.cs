using System.Buffers;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>
/// Writes an echoed value in a type that the schema at its target allows: <c>"7"</c> from a form becomes 7 for an integer.
/// </summary>
internal static class EchoConversion
{
    /// <summary>False, with nothing written, where the value cannot be converted to an allowed type.</summary>
    public static bool TryWrite(in EchoValue value, ValueTypes allowed, IBufferWriter<byte> output)
    {
        if (value.Text is { } text)
        {
            return (allowed & ValueTypes.String) != 0 && WriteQuoted(text, output);
        }

        if (value.Json.IsEmpty)
        {
            return false;
        }

        return value.Json[0] switch
        {
            (byte)'"' => TryWriteString(value.Json, allowed, output),
            (byte)'{' => (allowed & ValueTypes.Object) != 0 && Write(value.Json, output),
            (byte)'[' => (allowed & ValueTypes.Array) != 0 && Write(value.Json, output),
            (byte)'n' => (allowed & ValueTypes.Null) != 0 && Write(value.Json, output),
            (byte)'t' or (byte)'f' => (allowed & ValueTypes.Boolean) != 0
                ? Write(value.Json, output)
                : (allowed & ValueTypes.String) != 0 && WriteInQuotes(value.Json, output),
            _ => IsNumberAllowed(value.Json, allowed)
                ? Write(value.Json, output)
                : (allowed & ValueTypes.String) != 0 && WriteInQuotes(value.Json, output),
        };
    }

    private static bool TryWriteString(ReadOnlySpan<byte> json, ValueTypes allowed, IBufferWriter<byte> output)
    {
        if ((allowed & ValueTypes.String) != 0)
        {
            return Write(json, output);
        }

        var inner = json[1..^1];
        return (JsonNumberText.IsNumber(inner) && IsNumberAllowed(inner, allowed) && Write(inner, output))
            || ((allowed & ValueTypes.Boolean) != 0
                && (inner.SequenceEqual("true"u8) || inner.SequenceEqual("false"u8))
                && Write(inner, output));
    }

    private static bool IsNumberAllowed(ReadOnlySpan<byte> number, ValueTypes allowed) =>
        (allowed & (JsonNumberText.IsWhole(number) ? ValueTypes.Number : ValueTypes.Fraction)) != 0;

    private static bool Write(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        output.Write(json);
        return true;
    }

    private static bool WriteInQuotes(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        output.Write(json);
        output.Write("\""u8);
        return true;
    }

    private static bool WriteQuoted(string text, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        JsonPieces.WriteEscaped(text, output);
        output.Write("\""u8);
        return true;
    }
}
