using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Proxying.Recording;

/// <summary>
/// The request pattern of a recorded request in Java WireMock's form. Headers are left out, as WireMock's recorder does, and so is every
/// value that was redacted: a replay does not have it.
/// </summary>
internal static partial class RecordedRequest
{
    private const string AnyValue = "${json-unit.ignore}";

    /// <param name="request">Without secrets.</param>
    public static JsonObject Pattern(RequestMessage request)
    {
        var pattern = new JsonObject { ["method"] = request.Method };
        Url(pattern, request);
        if (!request.Body.IsEmpty)
        {
            Body(pattern, request);
        }

        return pattern;
    }

    private static void Url(JsonObject pattern, RequestMessage request)
    {
        var (path, query) = (request.Path, request.Query);
        if (!IsRedacted(path) && !IsRedacted(query))
        {
            pattern["url"] = request.Target.Contains('?', StringComparison.Ordinal) ? $"{path}?{query}" : path;
            return;
        }

        if (IsRedacted(path))
        {
            var segments = path.Split('/').Select(segment => IsRedacted(segment) ? "[^/]+" : Special().Replace(segment, @"\$0"));
            pattern["urlPathPattern"] = string.Join('/', segments);
        }
        else
        {
            pattern["urlPath"] = path;
        }

        if (Pairs(query) is { Count: > 0 } parameters)
        {
            pattern["queryParameters"] = parameters;
        }
    }

    private static void Body(JsonObject pattern, RequestMessage request)
    {
        var type = MediaTypeHeaderValue.TryParse(request.Headers["Content-Type"], out var media) ? media.MediaType.Value ?? "" : "";
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            // Each request has another boundary.
            return;
        }

        if (!Utf8.IsValid(request.Body.Span))
        {
            pattern["bodyPatterns"] = new JsonArray(new JsonObject { ["binaryEqualTo"] = Convert.ToBase64String(request.Body.Span) });
            return;
        }

        var text = Encoding.UTF8.GetString(request.Body.Span);
        if (Json(text) is { } json)
        {
            pattern["bodyPatterns"] = new JsonArray(new JsonObject { ["equalToJson"] = json });
        }
        else if (!IsRedacted(text))
        {
            pattern["bodyPatterns"] = new JsonArray(new JsonObject { ["equalTo"] = text });
        }
        else if (type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            && Pairs(text) is { Count: > 0 } fields)
        {
            pattern["formParameters"] = fields;
        }
    }

    /// <summary>The JSON with placeholders for what was redacted; null if the text is not JSON, or if a name was redacted.</summary>
    private static JsonNode? Json(string text)
    {
        try
        {
            var node = JsonNode.Parse(text);
            return node is JsonObject or JsonArray && Replaced(node) is { } replaced ? replaced : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonNode? Replaced(JsonNode node)
    {
        if (node is JsonObject named)
        {
            foreach (var (name, value) in named.ToList())
            {
                if (IsRedacted(name) || (value is not null && Replaced(value) is null))
                {
                    return null;
                }

                if (IsRedactedText(value))
                {
                    named[name] = AnyValue;
                }
            }
        }
        else if (node is JsonArray array)
        {
            for (var index = 0; index < array.Count; index++)
            {
                if (array[index] is { } value && Replaced(value) is null)
                {
                    return null;
                }

                if (IsRedactedText(array[index]))
                {
                    array[index] = AnyValue;
                }
            }
        }

        return node;
    }

    private static bool IsRedactedText(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && IsRedacted(text);

    /// <summary>A pattern for each name whose values were not redacted.</summary>
    private static JsonObject Pairs(string pairs)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(pairs))
        {
            values.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        var patterns = new JsonObject();
        foreach (var same in values.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .Where(same => !IsRedacted(same.Key) && !same.Any(IsRedacted)))
        {
            patterns[same.Key] = same.Count() == 1
                ? new JsonObject { ["equalTo"] = same.First() }
                : new JsonObject { ["hasExactly"] = new JsonArray([.. same.Select(value => new JsonObject { ["equalTo"] = value })]) };
        }

        return patterns;
    }

    private static bool IsRedacted(string text) =>
        text.Contains(Redactor.Word, StringComparison.Ordinal) || text.Contains("%28redacted%29", StringComparison.OrdinalIgnoreCase);

    /// <summary>Characters that regular expressions do not take literally.</summary>
    [GeneratedRegex(@"[\\^$.|?*+()\[\]{}]")]
    private static partial Regex Special();
}
