using System.Buffers;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Formats;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Tests strings of the instance without their escapes, and without allocating.</summary>
internal static class Strings
{
    private const int OnStack = 256;
    private const int BytesPerStep = 16;

    /// <summary>Whether a string or name matches. Where that takes too long the evaluation gives up and the result is false.</summary>
    public static bool IsMatch(ref Evaluator evaluator, int index, EcmaPattern pattern)
    {
        if (!evaluator.Charge(evaluator.Tape[index].Length / BytesPerStep))
        {
            return false;
        }

        var raw = evaluator.Raw(index);
        try
        {
            if (!evaluator.Tape[index].IsEscaped)
            {
                return pattern.IsMatch(raw);
            }

            byte[]? rented = null;
            var buffer = raw.Length <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
            var matches = pattern.IsMatch(buffer[..JsonText.Unescape(raw, buffer)]);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }

            return matches;
        }
        catch (PatternTimeoutException)
        {
            return evaluator.GiveUp(UndecidedReason.PatternTime);
        }
    }

    /// <summary>Whether a string has a format.</summary>
    public static bool HasFormat(ref Evaluator evaluator, int index, Format format)
    {
        var raw = evaluator.Raw(index);
        if (!evaluator.Tape[index].IsEscaped)
        {
            return format.IsValid(raw);
        }

        byte[]? rented = null;
        var buffer = raw.Length <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var matches = format.IsValid(buffer[..JsonText.Unescape(raw, buffer)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return matches;
    }

    /// <summary>Length in code points (validation 6.3.1).</summary>
    public static int CodePoints(ref Evaluator evaluator, int index) => evaluator.Tape[index].IsPlainAscii
        ? evaluator.Tape[index].Length
        : JsonText.CountCodePoints(evaluator.Raw(index));
}
