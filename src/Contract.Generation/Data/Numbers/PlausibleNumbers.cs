using System.Collections.Frozen;
using SocialContract.Contract.Generation.Data.Plausible;

namespace SocialContract.Contract.Generation.Data.Numbers;

/// <summary>The usual value of a number by its property's name. Limits of the schema take precedence.</summary>
internal static class PlausibleNumbers
{
    private static readonly ExactNumber Whole = new(1, 0);
    private static readonly ExactNumber Fraction = new(125, 1);

    private static readonly FrozenDictionary<string, ExactNumber> Table = new Dictionary<string, ExactNumber>
    {
        ["age"] = new(36, 0),
        ["year"] = new(2024, 0),
        ["count"] = new(3, 0),
        ["total"] = new(3, 0),
        ["quantity"] = new(2, 0),
        ["size"] = new(1024, 0),
        ["length"] = new(120, 0),
        ["duration"] = new(60, 0),
        ["price"] = new(1999, 2),
        ["cost"] = new(1999, 2),
        ["amount"] = new(1999, 2),
        ["balance"] = new(25000, 2),
        ["lat"] = new(488566, 4),
        ["latitude"] = new(488566, 4),
        ["lon"] = new(23522, 4),
        ["lng"] = new(23522, 4),
        ["longitude"] = new(23522, 4),
        ["rating"] = new(45, 1),
        ["score"] = new(45, 1),
        ["percent"] = new(50, 0),
        ["percentage"] = new(50, 0),
        ["port"] = new(8080, 0),
        ["width"] = new(640, 0),
        ["height"] = new(480, 0),
        ["limit"] = new(20, 0),
        ["timestamp"] = new(1705311000, 0),
        ["created"] = new(1705311000, 0),
        ["updated"] = new(1705311000, 0),
        ["at"] = new(1705311000, 0),
        ["code"] = new(100, 0),
    }.ToFrozenDictionary();

    public static ExactNumber For(string propertyName, bool integer)
    {
        var words = PropertyWords.Of(propertyName);
        return words.Count > 0 && Table.TryGetValue(words[^1], out var number) ? number : integer || IsIdentifier(words) ? Whole : Fraction;
    }

    private static bool IsIdentifier(IReadOnlyList<string> words) => words is [.., "id" or "number" or "index" or "position"];
}
