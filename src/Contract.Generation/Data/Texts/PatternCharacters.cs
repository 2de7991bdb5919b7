using System.Text;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Texts;

/// <summary>Picks characters of a character class: at first those that a person would type.</summary>
/// <param name="attempt">
/// The first attempts prefer small letters and digits; later ones use all of printable ASCII, which a lookahead may require.
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

    /// <summary>Whether the first alternative is taken.</summary>
    public bool IsFirstAttempt => attempt == 0;

    /// <summary>
    /// A character before or after a match: a letter, or a hyphen in some attempts, since the pattern may require a word boundary.
    /// </summary>
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

    private static IEnumerable<CodePointRange> Overlaps(CodePointSet left, CodePointSet right)
    {
        foreach (var range in left.Ranges)
        {
            foreach (var other in right.Ranges)
            {
                var (first, last) = (Math.Max(range.First, other.First), Math.Min(range.Last, other.Last));
                if (first <= last)
                {
                    yield return new(first, last);
                }
            }
        }
    }
}
