using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Boundaries;

/// <summary>
/// The boundary values of the places in a request: each enum value, null if it is allowed, limits of length, size and value, and the
/// removal of optional places.
/// </summary>
internal static class BoundaryValues
{
    private const int MaxEnumValues = 12;
    private const int MaxTextLength = 5_000;
    private const int MaxElements = 60;

    /// <summary>The boundary values by place, in document order.</summary>
    public static IReadOnlyList<IReadOnlyList<BoundaryValue>> Of(SchemaPlaces places, JsonObject plain)
    {
        var all = new List<IReadOnlyList<BoundaryValue>>();
        foreach (var place in places.All)
        {
            if (places.Find(plain, place) is [var first, ..] && MessageValues.TryGet(plain, first, out var present))
            {
                var found = Values(places, place, present)
                    .Select(value =>
                        new BoundaryValue(place, $"{Name(first)} is {Describe(value)}", parts => MessageValues.Set(parts, first, value)))
                    .Concat(Arrays(places, place, first, present))
                    .ToList();
                if (!places.IsRequired(place))
                {
                    found.Add(new BoundaryValue(place, $"{Name(place)} is left out", parts => Remove(parts, place)) { Removes = true });
                }

                if (found.Count > 0)
                {
                    all.Add(found);
                }
            }
            else if (!place.Contains('*', StringComparison.Ordinal) && !MessagePointer.Parse(place).IsInBody)
            {
                // An optional parameter that the plain request does not have.
                var found = Values(places, place, null)
                    .Select(value =>
                        new BoundaryValue(place, $"{Name(place)} is {Describe(value)}", parts => MessageValues.Set(parts, place, value)))
                    .ToList();
                if (found.Count > 0)
                {
                    all.Add(found);
                }
            }
        }

        return all;
    }

    private static IEnumerable<JsonNode?> Values(SchemaPlaces places, string place, JsonNode? present)
    {
        var isBody = MessagePointer.Parse(place).IsInBody;
        var values = new List<JsonNode?>();
        if (places.Listed(place) is { Count: > 0 } listed)
        {
            values.AddRange(listed.Take(MaxEnumValues).Select(element => JsonNode.Parse(element.GetRawText())));
        }
        else
        {
            if (isBody && places.Allows(place, ValueTypes.Null) == true)
            {
                values.Add(null);
            }

            if (present?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            {
                values.AddRange([true, false]);
            }

            values.AddRange(Texts(places, place));
            values.AddRange(Numbers(places, place));
        }

        return values.Where(value => !JsonNode.DeepEquals(value, present));
    }

    private static IEnumerable<JsonNode?> Texts(SchemaPlaces places, string place)
    {
        if (places.Keyword(place, KeywordNames.Pattern) is not null || places.Keyword(place, KeywordNames.Format) is not null)
        {
            yield break;
        }

        foreach (var (_, limit) in places.Limits(place, Quantity.Length))
        {
            if (KeywordLimit.TryCount(limit, out var length) && length is > 0 and <= MaxTextLength)
            {
                yield return ExactValue.Text(length);
            }
        }
    }

    private static IEnumerable<JsonNode?> Numbers(SchemaPlaces places, string place)
    {
        var multiple = places.Keyword(place, KeywordNames.MultipleOf)?.Value;
        var step = multiple is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var by) ? by : 1m;
        foreach (var (limit, value) in places.Limits(place, Quantity.Value))
        {
            var isExclusive = limit.IsExclusive
                || (limit.ExclusiveBy is { } sibling && places.Keyword(place, sibling)?.Value.ValueKind == JsonValueKind.True);
            yield return isExclusive
                ? ExactValue.Moved(value.GetRawText(), limit.IsLeast ? step : -step)
                : ExactValue.Of(value.GetRawText());
        }
    }

    /// <summary>The allowed sizes of an array; the elements are copies of those in the request.</summary>
    private static IEnumerable<BoundaryValue> Arrays(SchemaPlaces places, string place, string pointer, JsonNode? present)
    {
        if (present is not JsonArray { Count: > 0 } elements)
        {
            return [];
        }

        var limits = places.Limits(place, Quantity.Elements)
            .Select(limit => KeywordLimit.TryCount(limit.Value, out var count) ? count : 0)
            .Where(count => count is > 0 and <= MaxElements);
        return limits.Prepend(1).Where(count => count != elements.Count).Distinct().Select(count => new BoundaryValue(
            place,
            string.Create(CultureInfo.InvariantCulture, $"{Name(place)} is an array of {count}"),
            parts => MessageValues.TryGet(parts, pointer, out var now) && now is JsonArray { Count: > 0 } some
                ? MessageValues.Set(parts, pointer, ArraySize.Of(some, count))
                : null));
    }

    private static JsonObject? Remove(JsonObject parts, string place)
    {
        var changed = parts;
        foreach (var pointer in MessageValues.Find(parts, place).Reverse())
        {
            changed = MessageValues.Remove(changed, pointer) ?? changed;
        }

        return changed;
    }

    private static string Name(string place)
    {
        var name = MessageValues.NameOf(place) is { Length: > 0 } member && member != "body" ? member : "the body";
        return int.TryParse(MessageValues.Tokens(place)[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? string.Create(CultureInfo.InvariantCulture, $"element {index + 1} of {name}")
            : name;
    }

    private static string Describe(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray elements => string.Create(CultureInfo.InvariantCulture, $"an array of {elements.Count}"),
        _ when value.GetValueKind() == JsonValueKind.String && value.ToString() is { Length: > 40 } text =>
            string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters long"),
        _ => value.ToJsonString(),
    };
}
