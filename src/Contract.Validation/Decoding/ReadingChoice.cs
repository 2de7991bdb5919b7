using System.Numerics;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// Decides by evaluation how text is read that its schema allows as a string and as a number, boolean or null. Which one it may be can
/// depend on a condition, a branch or other members. The reading that <see cref="TypedText"/> prefers is kept if it is valid, and also if
/// no other reading is.
/// </summary>
internal static class ReadingChoice
{
    /// <summary>Up to this number of texts all combinations are tried; of more texts, each by itself.</summary>
    private const int MaxCombined = 4;

    /// <summary>Further texts of a value keep the preferred reading.</summary>
    private const int MaxTexts = 64;

    /// <summary>Settles the open readings of a value, which is the end of the buffer. Evaluates nothing if there are none.</summary>
    /// <param name="schema">The value's schema; null: any reading is valid.</param>
    /// <param name="start">The start of the value.</param>
    public static void Settle(CompiledSchema? schema, ByteBuffer json, int start, JsonLimits limits)
    {
        while (json.Open.Count > 0 && json.Open[0].Start < start)
        {
            // Left by a value that could not be read.
            json.Open.RemoveAt(0);
        }

        if (json.Open.Count == 0)
        {
            return;
        }

        if (schema is not null && !IsValid(schema, json.Since(start), limits))
        {
            TryOthers(schema, json, start, limits);
        }

        json.Open.Clear();
    }

    private static void TryOthers(CompiledSchema schema, ByteBuffer json, int start, JsonLimits limits)
    {
        var end = json.Length;
        var count = Math.Min(json.Open.Count, MaxTexts);
        var all = ulong.MaxValue >> (MaxTexts - count);
        if (TryReplace(schema, json, start, end, all, limits))
        {
            return;
        }

        if (count > MaxCombined)
        {
            TryEach(schema, json, start, end, count, limits);
            return;
        }

        // The fewest other readings first.
        for (var others = 1; others < count; others++)
        {
            for (var changed = 1ul; changed < all; changed++)
            {
                if (BitOperations.PopCount(changed) == others && TryReplace(schema, json, start, end, changed, limits))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Tries the other reading of each text in turn, and keeps it if the value then has fewer violations.</summary>
    private static void TryEach(CompiledSchema schema, ByteBuffer json, int start, int end, int count, JsonLimits limits)
    {
        var kept = 0ul;
        var fewest = Violations(schema, json.Since(start), limits);
        for (var text = 0; text < count; text++)
        {
            var changed = kept | (1ul << text);
            Write(json, start, end, changed);
            var violations = Violations(schema, json.Since(end), limits);
            json.Truncate(end);
            if (violations < fewest)
            {
                (kept, fewest) = (changed, violations);
            }
        }

        TryReplace(schema, json, start, end, kept, limits);
    }

    private static bool TryReplace(CompiledSchema schema, ByteBuffer json, int start, int end, ulong changed, JsonLimits limits)
    {
        Write(json, start, end, changed);
        if (IsValid(schema, json.Since(end), limits))
        {
            json.MoveEnd(end, start);
            return true;
        }

        json.Truncate(end);
        return false;
    }

    /// <summary>Appends the value with other readings of some texts.</summary>
    private static void Write(ByteBuffer json, int start, int end, ulong changed)
    {
        for (var text = 0; text < json.Open.Count; text++)
        {
            if (text >= MaxTexts || (changed & (1ul << text)) == 0)
            {
                continue;
            }

            var (at, length) = json.Open[text];
            json.AppendCopy(start, at - start);
            start = at + length;
            if (json.Written[at] == '"')
            {
                json.AppendCopy(at + 1, length - 2);
            }
            else
            {
                json.Append((byte)'"');
                json.AppendCopy(at, length);
                json.Append((byte)'"');
            }
        }

        json.AppendCopy(start, end - start);
    }

    private static bool IsValid(CompiledSchema schema, ReadOnlyMemory<byte> json, JsonLimits limits)
    {
        if (!JsonInstance.TryParse(json, limits, out var instance, out _))
        {
            return false;
        }

        using (instance)
        {
            return schema.IsValid(instance.Root);
        }
    }

    private static int Violations(CompiledSchema schema, ReadOnlyMemory<byte> json, JsonLimits limits)
    {
        if (!JsonInstance.TryParse(json, limits, out var instance, out _))
        {
            return int.MaxValue;
        }

        using (instance)
        {
            var violations = new List<SchemaViolation>();
            schema.Evaluate(instance.Root, violations);
            return violations.Count;
        }
    }
}
