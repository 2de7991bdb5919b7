using System.Text.RegularExpressions;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>
/// The stubs for requests that no stub of a rule refuses: what a client prefers, then the media types that it accepts, then the response
/// without preferences.
/// </summary>
internal sealed class AcceptedStubs(Operation operation, StubResponses responses, Action<string> notes)
{
    private readonly ContentTypePattern _contentType = new(operation.RequestBody?.Content ?? []);

    public IEnumerable<Stub> At(ExportedRequest to)
    {
        foreach (var (code, example) in Preferences())
        {
            var preference = new Preference { Code = code, Example = example };
            var request = to.Header(PreferencePattern.Header, PreferencePattern.Of(code, example));
            var words = string.Join(", ", new[] { code is null ? null : $"code={code}", example is null ? null : $"example={example}" }
                .Where(word => word is not null));
            foreach (var stub in Responses($"prefer {words}", $"Prefer: {words}", request, preference, null))
            {
                yield return stub;
            }
        }

        yield return new Stub(
            "prefer other",
            $"{operation.Id}: a preferred response that the document does not have",
            to.Header(PreferencePattern.Header, PreferencePattern.Any),
            StubResponses.Problem(404, $"{operation.Method} {operation.Path} documents no such response."));

        foreach (var accept in Accepts())
        {
            var pattern = StubPattern.Matches($@"(?i)\s*{Regex.Escape(accept)}\s*(?:;[^,]*)?");
            foreach (var stub in Responses($"accept {accept}", $"Accept: {accept}", to.Header("Accept", pattern), Preference.None, accept))
            {
                yield return stub;
            }
        }

        foreach (var stub in Responses("default", "the response without preferences", to, Preference.None, null))
        {
            yield return stub;
        }
    }

    /// <summary>With values of a JSON body filled in; for other bodies, which templates cannot read, the example as it is.</summary>
    private IEnumerable<Stub> Responses(string key, string words, ExportedRequest request, Preference preference, string? accept)
    {
        var json = operation.RequestBody?.Content.FirstOrDefault(media => MediaTypes.IsJson(media.Name));
        var echoes = responses.EchoesBody(preference, accept);
        if (responses.Preferred(preference, accept, isTemplated: !echoes || json is not null, out var reason) is not { } response)
        {
            notes($"{words}: {reason}");
            yield break;
        }

        if (!echoes || json is null || operation.RequestBody!.Content.Count == 1)
        {
            yield return new Stub(key, $"{operation.Id}: {words}", request, response);
            yield break;
        }

        yield return new Stub(
            $"{key} json",
            $"{operation.Id}: {words}, for a JSON body",
            request.Header(ContentTypePattern.Header, _contentType.Of(json)),
            response);
        yield return new Stub(
            key, $"{operation.Id}: {words}", request, responses.Preferred(preference, accept, isTemplated: false, out _)!);
    }

    /// <summary>Each code with each of its examples, each code, then each example.</summary>
    private IEnumerable<(string? Code, string? Example)> Preferences()
    {
        var named = operation.Responses
            .SelectMany(response => response.Content.SelectMany(media => media.Examples)
                .Where(example => example.Name.Length > 0)
                .Select(example => (Code: response.Status, example.Name)))
            .Distinct()
            .ToList();
        return named.Select(entry => ((string?)entry.Code, (string?)entry.Name))
            .Concat(operation.Responses.Select(response => ((string?)response.Status, (string?)null)))
            .Concat(named.Select(entry => entry.Name).Distinct().Select(name => ((string?)null, (string?)name)));
    }

    /// <summary>The media types of the first response that is a success, where it has several.</summary>
    private IEnumerable<string> Accepts() =>
        operation.Responses.FirstOrDefault(response => response.Key.IsSuccess) is { Content: { Count: > 1 } content }
            ? content.Select(media => MediaTypes.Essence(media.Name))
                .Where(name => name.Length > 0 && !name.Contains('*', StringComparison.Ordinal))
            : [];
}
