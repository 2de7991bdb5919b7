using System.Text;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Texts;

/// <summary>
/// Generates strings that a pattern matches, of a given length: the possible lengths of each part are computed first, so that pattern,
/// minLength and maxLength are met together. Lookarounds, back references and word boundaries are met by trial.
/// </summary>
internal sealed class PatternText
{
    private const int MaxAttempts = 200;
    private const int Margin = 32;

    private readonly int _cap;
    private readonly Dictionary<PatternNode, LengthSet> _lengths = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<PatternNode> _branches;

    private PatternText(EcmaPattern pattern, int cap)
    {
        _cap = cap;
        _branches = PatternAnalysis.Branches(pattern.Root).Select(PatternAnalysis.Padded).ToList();
    }

    /// <param name="min">Least length in code points.</param>
    /// <param name="max">Greatest length in code points.</param>
    /// <param name="accepts">Checks what else the text must satisfy: another pattern, a format.</param>
    /// <param name="first">The number of the first attempt: 0 looks most like what the author had in mind, later ones vary more.</param>
    /// <returns>Null where no such text was found.</returns>
    public static string? Generate(EcmaPattern pattern, int min, int max, SeededRandom random, Func<string, bool> accepts, int first = 0)
    {
        var generator = new PatternText(pattern, Math.Min(max, Math.Max(min, PatternAnalysis.LeastLength(pattern.Root)) + Margin));
        var minWritten = PatternAnalysis.HasBackreference(pattern.Root) ? 0 : min;
        for (var attempt = first; attempt < first + MaxAttempts; attempt++)
        {
            if (generator.Write(minWritten, attempt, random) is not { } text)
            {
                return null;
            }

            if (Length(text) is var length && length >= min && length <= max && pattern.SurelyMatches(text) && accepts(text))
            {
                return text;
            }
        }

        return null;
    }

    private static int Length(string text) => text.EnumerateRunes().Count();

    private string? Write(int min, int attempt, SeededRandom random)
    {
        var open = _branches
            .Select(branch => (Branch: branch, Lengths: Lengths(branch).Values().Where(length => length >= min).ToList()))
            .Where(choice => choice.Lengths.Count > 0)
            .ToList();
        if (open.Count == 0)
        {
            return null;
        }

        // The first branch and a short length look most like what the author had in mind; later attempts get longer.
        var (chosen, lengths) = open[attempt == 0 ? 0 : random.Next(open.Count)];
        var preferred = lengths.FindIndex(length => length >= Math.Min(PatternAnalysis.PreferredLength(chosen), lengths[^1]));
        var longer = attempt < 4 ? 0 : random.Next(Math.Min(lengths.Count, 1 + attempt / 4));
        var length = lengths[Math.Min(lengths.Count - 1, preferred + longer)];
        var output = new StringBuilder(length);
        Append(chosen, length, new Draft(random, new PatternCharacters(attempt), output, []));
        return output.ToString();
    }

    private void Append(PatternNode node, int length, in Draft draft)
    {
        switch (node)
        {
            case PatternNode.CharacterSet set:
                draft.Text.Append(draft.Characters.Pick(set.Set, draft.Random));
                break;
            case PatternNode.Sequence sequence:
                AppendAll(sequence.Items, length, draft);
                break;
            case PatternNode.Alternation alternation:
                var fitting = alternation.Branches.Where(branch => Lengths(branch).Contains(length)).ToList();
                Append(draft.Characters.IsFirstAttempt ? fitting[0] : draft.Random.Pick(fitting), length, draft);
                break;
            case PatternNode.Repetition repetition:
                AppendRepeated(repetition, length, draft);
                break;
            case PatternNode.Capture capture:
                var start = draft.Text.Length;
                Append(capture.Body, length, draft);
                draft.Captures[capture.Number] = draft.Text.ToString(start, draft.Text.Length - start);
                break;
            case PatternNode.Backreference back:
                draft.Text.Append(draft.Captures.GetValueOrDefault(back.Number, ""));
                break;
        }
    }

    private void AppendAll(IReadOnlyList<PatternNode> items, int length, in Draft draft)
    {
        var rest = new LengthSet[items.Count + 1];
        rest[^1] = LengthSet.Of(0, _cap);
        for (var index = items.Count - 1; index >= 0; index--)
        {
            rest[index] = Lengths(items[index]).Plus(rest[index + 1]);
        }

        for (var index = 0; index < items.Count; index++)
        {
            var own = Share(items[index], Lengths(items[index]), rest[index + 1], length, draft.Random);
            Append(items[index], own, draft);
            length -= own;
        }
    }

    private void AppendRepeated(PatternNode.Repetition repetition, int length, in Draft draft)
    {
        if (repetition.Body is PatternNode.CharacterSet set)
        {
            var isPadding = PatternAnalysis.IsPadding(repetition);
            for (var index = 0; index < length; index++)
            {
                draft.Text.Append(isPadding ? draft.Characters.Padding(draft.Random) : draft.Characters.Pick(set.Set, draft.Random));
            }

            return;
        }

        var body = Lengths(repetition.Body);
        for (var done = 0; length > 0 || done < repetition.Min; done++)
        {
            var rest = body.Times(Math.Max(0, repetition.Min - done - 1), repetition.Max is { } max ? Math.Max(0, max - done - 1) : null);
            var own = Share(repetition.Body, body, rest, length, draft.Random);
            Append(repetition.Body, own, draft);
            length -= own;
            if (own == 0 && done >= repetition.Min)
            {
                break;
            }
        }
    }

    /// <summary>The length of the part, such that the parts after it can have the rest.</summary>
    private static int Share(PatternNode part, LengthSet own, LengthSet rest, int length, SeededRandom random)
    {
        var open = own.Values().TakeWhile(value => value <= length).Where(value => rest.Contains(length - value)).ToList();
        if (open.Count < 2)
        {
            return open.Count == 0 ? 0 : open[0];
        }

        var preferred = open.FindIndex(value => value >= Math.Min(PatternAnalysis.PreferredLength(part), open[^1]));
        return random.Once(4) ? random.Pick(open) : open[preferred];
    }

    private LengthSet Lengths(PatternNode node)
    {
        if (!_lengths.TryGetValue(node, out var lengths))
        {
            lengths = node switch
            {
                PatternNode.CharacterSet set => set.Set.Ranges.IsEmpty ? LengthSet.None(_cap) : LengthSet.Of(1, _cap),
                PatternNode.Sequence sequence =>
                    sequence.Items.Aggregate(LengthSet.Of(0, _cap), (sum, item) => sum.Plus(Lengths(item))),
                PatternNode.Alternation alternation =>
                    alternation.Branches.Aggregate(LengthSet.None(_cap), (union, branch) => union.Or(Lengths(branch))),
                PatternNode.Repetition repetition => Lengths(repetition.Body).Times(repetition.Min, repetition.Max),
                PatternNode.Capture capture => Lengths(capture.Body),
                _ => LengthSet.Of(0, _cap),
            };
            _lengths.Add(node, lengths);
        }

        return lengths;
    }

    /// <summary>One attempt: the text so far, the captures in it, and what the next characters are picked with.</summary>
    private readonly record struct Draft(
        SeededRandom Random, PatternCharacters Characters, StringBuilder Text, Dictionary<int, string> Captures);
}
