using System.Text;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Texts;

/// <summary>Which of a class's characters to write: those that a person would type, as long as they will do.</summary>
/// <param name="attempt">
/// The first texts are made of small letters and digits; later ones draw on all of printable ASCII, for the sake of lookaheads.
/// </param>
internal readonly struct PatternCharacters(int attempt)
{
    public static CodePointSet Lower { get; } = CodePointSet.Of('a', 'z');

    private static readonly CodePointSet[] Preferences =
    [
        Lower,
        CodePointSet.Of('1', '9'),
        CodePointSet.Of('0'),
        CodePointSet.Of('A', 'Z'),
        CodePointSet.Of(' ', '~'),
    ];

    private static readonly CodePointSet Printable = CodePointSet.Of('!', '~');
    private static readonly CodePointSet WithoutSurrogates = CodePointSet.Of([new(0, 0xD7FF), new(0xE000, 0x10FFFF)]);

    /// <summary>Whether alternatives are taken in their order.</summary>
    public bool First => attempt == 0;

    /// <summary>What stands around a match: letters, or what separates words, as a word's boundary may be asked for.</summary>
    public string Padding(SeededRandom random) => attempt >= 3 && attempt % 2 == 1 ? "-" : Pick(Lower, random);

    public string Pick(CodePointSet set, SeededRandom random)
    {
        if (attempt < 3)
        {
            foreach (var preference in Preferences)
            {
                if (PickFrom(set, preference, random) is { } character)
                {
                    return character;
                }
            }
        }

        return PickFrom(set, Printable, random) ?? PickFrom(set, WithoutSurrogates, random) ?? "\uFFFD";
    }

    private static string? PickFrom(CodePointSet set, CodePointSet preference, SeededRandom random)
    {
        var count = 0;
        foreach (var overlap in Overlaps(set, preference))
        {
            count += overlap.Last - overlap.First + 1;
        }

        if (count == 0)
        {
            return null;
        }

        var index = random.Next(count);
        foreach (var overlap in Overlaps(set, preference))
        {
            var size = overlap.Last - overlap.First + 1;
            if (index < size)
            {
                return new Rune(overlap.First + index).ToString();
            }

            index -= size;
        }

        return null;
    }

    private static IEnumerable<CodePointRange> Overlaps(CodePointSet one, CodePointSet other)
    {
        foreach (var range in one.Ranges)
        {
            foreach (var second in other.Ranges)
            {
                var (first, last) = (Math.Max(range.First, second.First), Math.Min(range.Last, second.Last));
                if (first <= last)
                {
                    yield return new(first, last);
                }
            }
        }
    }
}
