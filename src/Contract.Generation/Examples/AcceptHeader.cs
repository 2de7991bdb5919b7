using System.Globalization;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>What a client accepts (RFC 9110 section 12.5.1): media ranges with their weights.</summary>
internal static class AcceptHeader
{
    /// <summary>How welcome a media type is to somebody who accepts everything.</summary>
    private static readonly AcceptQuality Any = new(1000, 0, null);

    /// <summary>
    /// How welcome an entry of <c>content</c> is: by the most specific range that fits it. Elements of the header that are no media range
    /// are passed over; a header without any accepts everything, as an absent one does.
    /// </summary>
    /// <param name="offered">The entry's key; a range such as <c>image/*</c> fits whatever lies in it.</param>
    public static AcceptQuality Judge(string? accept, string offered)
    {
        if (string.IsNullOrWhiteSpace(accept) || !MediaTypeName.TryParse(offered, out var type))
        {
            return Any;
        }

        var best = default(AcceptQuality);
        var (found, readable) = (false, false);
        foreach (var element in Elements(accept))
        {
            if (!MediaTypeName.TryParse(element, out var range))
            {
                continue;
            }

            readable = true;
            var specificity = range.Fits(type);
            if (specificity == 0 && type.IsRange && type.Fits(range) > 0)
            {
                specificity = 3;
            }

            if (specificity > 0 && (!found || specificity > best.Specificity))
            {
                found = true;
                best = new(Weight(range), specificity, range.IsRange ? null : $"{range.Type}/{range.Subtype}");
            }
        }

        return readable ? best : Any;
    }

    /// <summary>The <c>q</c> parameter in thousandths: 1000 where it is absent or no weight.</summary>
    private static int Weight(in MediaTypeName range) =>
        range.TryGetParameter("q", out var text)
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
        && weight <= 1
            ? (int)(weight * 1000)
            : 1000;

    /// <summary>The elements of a list between commas, commas within quotes apart.</summary>
    private static IEnumerable<string> Elements(string list)
    {
        var (start, quoted) = (0, false);
        for (var index = 0; index <= list.Length; index++)
        {
            if (index == list.Length || (list[index] == ',' && !quoted))
            {
                yield return list[start..index];
                start = index + 1;
            }
            else if (list[index] == '"')
            {
                quoted = !quoted;
            }
        }
    }
}

/// <summary>How welcome a media type is to a client.</summary>
/// <param name="Weight">In thousandths; 0: not at all.</param>
/// <param name="Specificity">
/// How exactly the client named it: 1 <c>*/*</c>, 2 <c>type/*</c>, 3 the type, 4 the type with parameters; 0 where it did not.
/// </param>
/// <param name="Named">The type that the client named, where it named one.</param>
internal readonly record struct AcceptQuality(int Weight, int Specificity, string? Named);
