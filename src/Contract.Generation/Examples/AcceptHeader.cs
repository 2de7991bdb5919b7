using System.Globalization;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>Reads an Accept header (RFC 9110 section 12.5.1): media ranges with weights.</summary>
internal static class AcceptHeader
{
    /// <summary>The quality of any media type for a client that accepts everything.</summary>
    private static readonly AcceptQuality Any = new(1000, 0, null);

    /// <summary>
    /// The quality of an entry of <c>content</c>, from the most specific media range that matches it. Elements of the header that are not
    /// media ranges are ignored; a header without a media range accepts everything, like an absent header.
    /// </summary>
    /// <param name="offered">The entry's key; a range such as <c>image/*</c> matches every media type in it.</param>
    public static AcceptQuality QualityOf(string? accept, string offered)
    {
        if (string.IsNullOrWhiteSpace(accept) || !MediaTypeName.TryParse(offered, out var type))
        {
            return Any;
        }

        var best = default(AcceptQuality);
        var (found, readable) = (false, false);
        var rest = accept.AsSpan();
        while (FieldSyntax.NextElement(ref rest) is { IsEmpty: false } element)
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

    /// <summary>The <c>q</c> parameter in thousandths; 1000 where it is absent or not a weight.</summary>
    private static int Weight(in MediaTypeName range) =>
        range.TryGetParameter("q", out var text)
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
        && weight <= 1
            ? (int)(weight * 1000)
            : 1000;
}

/// <summary>How much a client prefers a media type.</summary>
/// <param name="Weight">In thousandths; 0: the client does not accept it.</param>
/// <param name="Specificity">
/// How specific the matching media range is: 1 <c>*/*</c>, 2 <c>type/*</c>, 3 the type, 4 the type with parameters; 0 without a match.
/// </param>
/// <param name="Named">The media type of the matching range; null where that is <c>*/*</c> or <c>type/*</c>.</param>
internal readonly record struct AcceptQuality(int Weight, int Specificity, string? Named);
