using System.Text;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Texts;

/// <summary>
/// Writes strings that a pattern matches, of a length that is asked for: the lengths which each part can have are computed first, so that
/// pattern, minLength and maxLength are met together. Lookarounds, back references and word boundaries are not computed but tried.
/// </summary>
internal sealed class PatternText
{
    private const int Attempts = 200;
    private const int Margin = 32;

    private readonly int _cap;
    private readonly Dictionary<PatternNode, LengthSet> _lengths = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<PatternNode> _branches;

    private PatternText(EcmaPattern pattern, int cap)
    {
        _cap = cap;
        _branches = Branches(pattern.Root).Select(Padded).ToList();
    }

    /// <param name="min">Least length in code points.</param>
    /// <param name="max">Greatest length in code points.</param>
    /// <param name="accepts">What else the text must satisfy: another pattern, a format.</param>
    /// <returns>Null where no such text was found.</returns>
    public static string? Generate(EcmaPattern pattern, int min, int max, SeededRandom random, Func<string, bool> accepts)
    {
        var writer = new PatternText(pattern, Math.Min(max, Math.Max(min, LeastLength(pattern.Root)) + Margin));
        var least = HasBackreference(pattern.Root) ? 0 : min;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (writer.Write(least, attempt, random) is not { } text)
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

        // The first branch and the shortest length look most like what the author had in mind; what does not fit gets longer.
        var (chosen, lengths) = open[attempt == 0 ? 0 : random.Next(open.Count)];
        var preferred = lengths.FindIndex(length => length >= Math.Min(PreferredLength(chosen), lengths[^1]));
        var length = lengths[Math.Min(lengths.Count - 1, preferred + (attempt < 4 ? 0 : random.Next(Math.Min(lengths.Count, 1 + attempt / 4))))];
        var output = new StringBuilder(length);
        Append(chosen, length, random, new PatternCharacters(attempt), output, []);
        return output.ToString();
    }

    private void Append(
        PatternNode node, int length, SeededRandom random, PatternCharacters characters, StringBuilder output, Dictionary<int, string> captures)
    {
        switch (node)
        {
            case PatternNode.CharacterSet set:
                output.Append(characters.Pick(set.Set, random));
                break;
            case PatternNode.Sequence sequence:
                AppendAll(sequence.Items, length, random, characters, output, captures);
                break;
            case PatternNode.Alternation alternation:
                var fitting = alternation.Branches.Where(branch => Lengths(branch).Contains(length)).ToList();
                Append(characters.First ? fitting[0] : random.Pick(fitting), length, random, characters, output, captures);
                break;
            case PatternNode.Repetition repetition:
                AppendRepeated(repetition, length, random, characters, output, captures);
                break;
            case PatternNode.Capture capture:
                var start = output.Length;
                Append(capture.Body, length, random, characters, output, captures);
                captures[capture.Number] = output.ToString(start, output.Length - start);
                break;
            case PatternNode.Backreference back:
                output.Append(captures.GetValueOrDefault(back.Number, ""));
                break;
        }
    }

    private void AppendAll(
        IReadOnlyList<PatternNode> items, int length, SeededRandom random, PatternCharacters characters, StringBuilder output, Dictionary<int, string> captures)
    {
        var rest = new LengthSet[items.Count + 1];
        rest[^1] = LengthSet.Of(0, _cap);
        for (var index = items.Count - 1; index >= 0; index--)
        {
            rest[index] = Lengths(items[index]).Plus(rest[index + 1]);
        }

        for (var index = 0; index < items.Count; index++)
        {
            var own = Share(items[index], Lengths(items[index]), rest[index + 1], length, random);
            Append(items[index], own, random, characters, output, captures);
            length -= own;
        }
    }

    private void AppendRepeated(
        PatternNode.Repetition repetition, int length, SeededRandom random, PatternCharacters characters, StringBuilder output, Dictionary<int, string> captures)
    {
        if (repetition.Body is PatternNode.CharacterSet set)
        {
            for (var index = 0; index < length; index++)
            {
                output.Append(IsPadding(repetition) ? characters.Padding(random) : characters.Pick(set.Set, random));
            }

            return;
        }

        var body = Lengths(repetition.Body);
        for (var done = 0; length > 0 || done < repetition.Min; done++)
        {
            var rest = body.Times(Math.Max(0, repetition.Min - done - 1), repetition.Max is { } max ? Math.Max(0, max - done - 1) : null);
            var own = Share(repetition.Body, body, rest, length, random);
            Append(repetition.Body, own, random, characters, output, captures);
            length -= own;
            if (own == 0 && done >= repetition.Min)
            {
                break;
            }
        }
    }

    /// <summary>How much of the length the part takes, so that what follows can take the rest.</summary>
    private static int Share(PatternNode part, LengthSet own, LengthSet rest, int length, SeededRandom random)
    {
        var open = own.Values().TakeWhile(value => value <= length).Where(value => rest.Contains(length - value)).ToList();
        if (open.Count < 2)
        {
            return open.Count == 0 ? 0 : open[0];
        }

        var preferred = open.FindIndex(value => value >= Math.Min(PreferredLength(part), open[^1]));
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

    /// <summary>A length that looks like a word or a number rather than the least that would do.</summary>
    private static int PreferredLength(PatternNode node) => node switch
    {
        PatternNode.CharacterSet => 1,
        PatternNode.Sequence sequence => sequence.Items.Sum(PreferredLength),
        PatternNode.Alternation alternation => PreferredLength(alternation.Branches[0]),
        PatternNode.Capture capture => PreferredLength(capture.Body),
        PatternNode.Repetition { Max: 1 } => 0,
        PatternNode.Repetition repetition when repetition.Body is PatternNode.CharacterSet =>
            Math.Max(repetition.Min, Math.Min(repetition.Max ?? int.MaxValue, IsPadding(repetition) ? 0 : 6)),
        PatternNode.Repetition repetition => Math.Max(repetition.Min, repetition.Max == 0 ? 0 : 1) * PreferredLength(repetition.Body),
        _ => 0,
    };

    private static int LeastLength(PatternNode node) => node switch
    {
        PatternNode.CharacterSet => 1,
        PatternNode.Sequence sequence => sequence.Items.Sum(LeastLength),
        PatternNode.Alternation alternation => alternation.Branches.Min(LeastLength),
        PatternNode.Capture capture => LeastLength(capture.Body),
        PatternNode.Repetition repetition => (int)Math.Min((long)repetition.Min * LeastLength(repetition.Body), GenerationLimits.Default.MaxBytes),
        _ => 0,
    };

    /// <summary>A back reference is as long as what it repeats, which is known only afterwards.</summary>
    private static bool HasBackreference(PatternNode node) => node switch
    {
        PatternNode.Backreference => true,
        PatternNode.Sequence sequence => sequence.Items.Any(HasBackreference),
        PatternNode.Alternation alternation => alternation.Branches.Any(HasBackreference),
        PatternNode.Capture capture => HasBackreference(capture.Body),
        PatternNode.Repetition repetition => HasBackreference(repetition.Body),
        _ => false,
    };

    /// <summary>A pattern matches anywhere in a text, so other characters may stand before and after it where it is not anchored.</summary>
    private static PatternNode Padded(PatternNode branch)
    {
        var items = branch is PatternNode.Sequence sequence ? sequence.Items : [branch];
        var padded = new List<PatternNode>(items.Count + 2);
        if (items is not [PatternNode.Assertion { Kind: AssertionKind.Start }, ..])
        {
            padded.Add(Padding());
        }

        padded.AddRange(items);
        if (items is not [.., PatternNode.Assertion { Kind: AssertionKind.End }])
        {
            padded.Add(Padding());
        }

        return new PatternNode.Sequence(padded);
    }

    private static PatternNode.Repetition Padding() => new(new PatternNode.CharacterSet(PatternCharacters.Lower), 0, null, Lazy: true);

    private static bool IsPadding(PatternNode.Repetition repetition) =>
        repetition is { Lazy: true, Body: PatternNode.CharacterSet set } && ReferenceEquals(set.Set, PatternCharacters.Lower);

    private static IEnumerable<PatternNode> Branches(PatternNode root) => root switch
    {
        PatternNode.Alternation alternation => alternation.Branches.SelectMany(Branches),
        PatternNode.Capture { Body: PatternNode.Alternation } capture => [capture],
        _ => [root],
    };
}
