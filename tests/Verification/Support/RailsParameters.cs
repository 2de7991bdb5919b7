using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SocialContract.Verification.Tests.Support;

/// <summary>A request's <c>params</c> as Rails puts them together: the path's before the query's before the body's.</summary>
internal static partial class RailsParameters
{
    /// <summary>Ruby's JSON parser nests no deeper.</summary>
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 100 };

    /// <returns>Null where the body is JSON that cannot be read.</returns>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request, RailsRoute route)
    {
        if (await BodyAsync(request) is not { } parameters)
        {
            return null;
        }

        var query = new JsonObject();
        var pairs = QueryHelpers.ParseQuery(request.QueryString.Value);
        foreach (var (name, value) in pairs.SelectMany(pair => pair.Value.Select(value => (pair.Key, value))))
        {
            Put(query, name, value ?? "");
        }

        foreach (var (name, value) in query)
        {
            parameters[name] = value?.DeepClone();
        }

        if (route.Id is { } id)
        {
            parameters["id"] = id;
        }

        return parameters;
    }

    private static async Task<JsonObject?> BodyAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = new JsonObject();
            foreach (var (name, value) in await FieldsAsync(request))
            {
                Put(form, name, value);
            }

            return form;
        }

        if (request.ContentType?.Split(';')[0].Trim() != "application/json")
        {
            return [];
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (body.Length == 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(body.ToArray(), Limits);
            return Plain(document.RootElement) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>In the order sent, which tells the elements of an array from each other.</summary>
    private static async Task<List<(string Name, string Value)>> FieldsAsync(HttpRequest request)
    {
        if (!request.ContentType!.StartsWith("multipart/", StringComparison.Ordinal))
        {
            using var text = new StreamReader(request.Body);
            var pairs = (await text.ReadToEndAsync()).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
            return [.. pairs.Select(pair => (Decoded(pair[0]), Decoded(pair[^1])))];
        }

        var fields = new List<(string, string)>();
        var boundary = MediaTypeHeaderValue.Parse(request.ContentType).Boundary.Value!.Trim('"');
        var parts = new MultipartReader(boundary, request.Body);
        while (await parts.ReadNextSectionAsync() is { } part)
        {
            fields.Add((part.GetContentDispositionHeader()!.Name.Value!.Trim('"'), await part.ReadAsStringAsync()));
        }

        return fields;
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>Of a key that is there twice the last counts; nulls in an array are dropped.</summary>
    private static JsonNode? Plain(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject())
                {
                    members[member.Name] = Plain(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(Plain).Where(element => element is not null)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonNode.Parse(value.GetRawText());
        }
    }

    /// <summary>
    /// Rack's nested parameters: <c>a[b]</c> is a member, <c>a[][b]</c> one of the last element, or of a new one where that has it already.
    /// </summary>
    private static void Put(JsonObject target, string name, string value)
    {
        var match = Nested().Match(name);
        var (key, rest) = (match.Groups["key"].Value, match.Groups["rest"].Value);
        if (rest.Length == 0)
        {
            target[key] = value;
        }
        else if (rest.StartsWith("[]", StringComparison.Ordinal))
        {
            var elements = target[key] as JsonArray ?? (JsonArray)(target[key] = new JsonArray());
            var member = Nested().Match(rest[2..]).Groups["key"].Value;
            if (member.Length == 0)
            {
                elements.Add((JsonNode)value);
                return;
            }

            if (elements.LastOrDefault() is not JsonObject last || last.ContainsKey(member))
            {
                elements.Add(last = new JsonObject());
            }

            Put(last, rest[2..], value);
        }
        else
        {
            Put(target[key] as JsonObject ?? (JsonObject)(target[key] = new JsonObject()), rest, value);
        }
    }

    [GeneratedRegex(@"^[\[\]]*(?<key>[^\[\]]+)\]*(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Nested();
}
