using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>Describes values in messages, shortened.</summary>
internal static class Describe
{
    private const int MaxLength = 60;

    public static string Value(ref Evaluator evaluator, int index)
    {
        ref readonly var entry = ref evaluator.Tape[index];
        return entry.Kind switch
        {
            ValueKind.Null => "null",
            ValueKind.True => "true",
            ValueKind.False => "false",
            ValueKind.Number => ShortText.Measured(evaluator.Raw(index), MaxLength),
            ValueKind.String => $"\"{ShortText.Measured(evaluator.Raw(index), MaxLength)}\"",
            ValueKind.Array => Many("an array", Tapes.Count(evaluator.Tape, index), "element"),
            _ => Many("an object", Tapes.Count(evaluator.Tape, index), "member"),
        };
    }

    /// <summary>JSON text of a schema, shortened.</summary>
    public static string Json(string raw) => ShortText.To(raw, MaxLength);

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Many(string container, int count, string noun) =>
        count == 0 ? $"{container} without {noun}s" : $"{container} of {Count(count, noun)}";
}
