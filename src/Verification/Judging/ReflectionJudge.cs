using System.Text.Json.Nodes;
using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Compares responses with the values of the request that the document says they reflect.</summary>
internal sealed class ReflectionJudge(IReadOnlyList<Reflection> reflections)
{
    private readonly ILookup<string, Reflection> _byOperation =
        reflections.ToLookup(reflection => reflection.Operation.Id, StringComparer.Ordinal);

    /// <summary>For valid responses only; other checks report what is invalid.</summary>
    public IEnumerable<Evidence> Judge(ContractCase testCase, ResourceIds ids, SendResult result, RecordedCase exchange)
    {
        if (!result.IsSuccess || !Json.TryParse(result.Body, out var body) || body is null)
        {
            return [];
        }

        var described = testCase.Operation.ResponseFor(result.Code);
        return _byOperation[testCase.Operation.Id]
            .Where(reflection => (reflection.Response == described || described is null) && reflection.Response.Key.IsSuccess)
            .GroupBy(reflection => reflection.Example)
            .Where(group => IsLike(group.Key, body))
            .SelectMany(group => group.Select(reflection => Compare(reflection, testCase, ids, body, exchange)).OfType<Evidence>());
    }

    private static bool IsLike(Contract.Model.Example example, JsonNode body)
    {
        var expected = JsonNode.Parse(example.Value!.Value.Value.GetRawText());
        return ExampleLikeness.Difference(expected, body, [], [.. example.Echoes.Select(echo => echo.Target)]) is null;
    }

    private static Evidence? Compare(Reflection reflection, ContractCase testCase, ResourceIds ids, JsonNode body, RecordedCase exchange)
    {
        if (!RequestValues.TryGet(testCase, ids, reflection.Expression, out var sent))
        {
            return null;
        }

        var found = MessageValues.ValuesAt(body, reflection.Target).ToList();
        return reflection.Item switch
        {
            null => Conclude([Json.Text(sent) ?? ""], [.. found.Select(value => Json.Text(value) ?? "")]),
            "" when sent is JsonArray elements => Conclude(
                [Amount.Of(elements.Count, "element")], [Amount.Of(found.Count, "element")]),
            var item when sent is JsonArray elements => Conclude(
                [.. elements.Select(element => TextAt(element, item))],
                [.. found.Select(value => Json.Text(value) ?? "")]),
            _ => null,
        };

        Evidence Conclude(List<string> expected, List<string> actual)
        {
            // The server chooses the order of elements. A wrong number of them is reported by the check of their number.
            var isKept = reflection.Item is { Length: > 0 }
                ? actual.Count != expected.Count
                    || actual.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))
                : actual.SequenceEqual(expected);
            return isKept
                ? new(reflection.Check, EvidenceKind.Kept, exchange)
                : new(
                    reflection.Check,
                    EvidenceKind.Broken,
                    exchange,
                    $"The response has what was sent: {Listed(expected)}.",
                    $"The response has {Listed(actual)}.");
        }
    }

    private static string TextAt(JsonNode? element, string pointer) =>
        element is not null && MessageValues.TryGet(element, pointer, out var value) ? Json.Text(value) ?? "" : "";

    private static string Listed(List<string> values) =>
        values.Count == 0 ? "nothing" : string.Join(", ", values.Take(4)) + (values.Count > 4 ? ", …" : "");
}
