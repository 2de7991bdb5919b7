using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>
/// Evaluates runtime expressions (OpenAPI 3.1, section 4.8.20.4) on a sent request. Independent of the mock's evaluation, as a second
/// opinion.
/// </summary>
internal static class RequestValues
{
    /// <param name="ids">The ids that replaced the target's placeholders.</param>
    /// <returns>False if the expression has no value or is not supported.</returns>
    public static bool TryGet(ContractCase testCase, ResourceIds ids, string expression, out JsonNode? value)
    {
        value = null;
        if (expression.StartsWith("$request.body", StringComparison.Ordinal))
        {
            var pointer = expression["$request.body".Length..].TrimStart('#');
            return Json.TryParse(testCase.Body, out var node) && node is not null
                && MessageValues.TryGet(node, pointer, out value);
        }

        var target = TargetParts.OfRequest(Targets.Of(testCase, ids));
        if (expression.StartsWith("$request.path.", StringComparison.Ordinal))
        {
            var segments = target.Path.Split('/');
            var template = testCase.Operation.Path.Split('/');
            var at = Array.IndexOf(template, $"{{{expression["$request.path.".Length..]}}}");
            value = at >= 0 && segments.Length == template.Length ? JsonValue.Create(Uri.UnescapeDataString(segments[at])) : null;
        }
        else if (expression.StartsWith("$request.query.", StringComparison.Ordinal))
        {
            value = QueryValue(target.Query, expression["$request.query.".Length..]) is { } text ? JsonValue.Create(text) : null;
        }
        else if (expression.StartsWith("$request.header.", StringComparison.Ordinal))
        {
            var name = expression["$request.header.".Length..];
            var header = testCase.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            value = header.Value is null || header.Value.Contains(CurlCommand.TokenVariable, StringComparison.Ordinal)
                ? null : JsonValue.Create(header.Value);
        }

        return value is not null;
    }

    /// <summary>Of the first pair with that name; null if there is none, or if it has no equals sign.</summary>
    private static string? QueryValue(string query, string name)
    {
        for (var start = 0; start < query.Length;)
        {
            var pair = NameValuePair.At<char>(query, start, "&");
            if (NameValuePair.Decoded(pair.Name<char>(query)) == name)
            {
                return pair.HasValue ? NameValuePair.Decoded(pair.Value<char>(query)) : null;
            }

            start = pair.End + 1;
        }

        return null;
    }
}
