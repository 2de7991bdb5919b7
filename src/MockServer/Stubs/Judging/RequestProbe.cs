using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>Validates single values of an operation's requests: each is put into a sample request that has everything else.</summary>
/// <param name="sample">A request that the operation accepts.</param>
/// <param name="path">The stub's path; null: the sample's.</param>
internal sealed class RequestProbe(OperationResponses responses, ServedContract contract, RequestMessage sample, string? path)
{
    private static readonly RequestValidationOptions Options = RequestValidationOptions.Default;

    /// <returns>Null if no sample of the operation's requests can be made.</returns>
    public static RequestProbe? Of(OperationResponses responses, ServedContract contract, string? path) =>
        new SampleRequestBuilder(contract.Generator, "token").Build(responses.Operation) is { } sample
            ? new(responses, contract, sample, path)
            : null;

    /// <summary>The rules that the values of the path break.</summary>
    public IReadOnlyList<Violation> OfPath() => Violations(
        sample.Query, sample.Headers, sample.Body, violation => violation.Instance.StartsWith("/path/", StringComparison.Ordinal));

    /// <summary>
    /// The rules that a parameter's value breaks, as a whole. Of arrays and objects none: a request may have more of their values.
    /// </summary>
    public IReadOnlyList<Violation> OfParameter(Parameter parameter, string value) => parameter.In switch
    {
        ParameterLocation.Query => Parameter(parameter, WithQuery(parameter.Name, value), sample.Headers),
        ParameterLocation.Header when !value.Any(char.IsControl) => Parameter(
            parameter, sample.Query, HeaderFields.Of([.. Without(parameter.Name), new(parameter.Name, value)])),
        ParameterLocation.Cookie when value.All(IsPlain) => Parameter(
            parameter, sample.Query, HeaderFields.Of([.. Without("Cookie"), new("Cookie", WithCookie(parameter.Name, value))])),
        _ => [],
    };

    /// <summary>The rules that a body breaks.</summary>
    /// <param name="contentType">Its media type.</param>
    public IReadOnlyList<Violation> OfBody(string contentType, byte[] body) => Violations(
        sample.Query,
        HeaderFields.Of([.. Without("Content-Type"), new("Content-Type", contentType)]),
        body,
        violation => violation.Kind == ViolationKind.Body);

    private IReadOnlyList<Violation> Parameter(Parameter parameter, string query, HeaderFields headers)
    {
        var request = Request(query, headers, sample.Body);
        using var verdict = Validate(request);
        var isWhole = !verdict.TryGetParameter(parameter.In, parameter.Name, out var json) || json.Span is not [(byte)'[' or (byte)'{', ..];
        var place = MessageSites.PlaceOf(parameter);
        return isWhole ? [.. Shown(verdict, violation => violation.Kind == ViolationKind.Parameter && violation.Instance == place)] : [];
    }

    private IReadOnlyList<Violation> Violations(
        string query, HeaderFields headers, ReadOnlyMemory<byte> body, Func<Violation, bool> where)
    {
        using var verdict = Validate(Request(query, headers, body));
        return [.. Shown(verdict, where)];
    }

    private IEnumerable<Violation> Shown(RequestVerdict verdict, Func<Violation, bool> where) =>
        verdict.Violations.Where(where).Select(contract.Redactor.Violation);

    private RequestVerdict Validate(RequestMessage request) =>
        responses.Request.Validate(request, contract.Router.Match(responses.Operation.Method, request.Path), Options);

    private RequestMessage Request(string query, HeaderFields headers, ReadOnlyMemory<byte> body) =>
        new(sample.Method, (path ?? sample.Path) + (query.Length == 0 ? "" : $"?{query}"), headers, body);

    private string WithQuery(string name, string value) => string.Join('&', sample.Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => Uri.UnescapeDataString(pair.Split('=')[0]) != name)
        .Append($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}"));

    private string WithCookie(string name, string value) => string.Join("; ", (sample.Headers["Cookie"] ?? "")
        .Split("; ", StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => pair.Split('=')[0] != name)
        .Append($"{name}={value}"));

    private IEnumerable<KeyValuePair<string, string>> Without(string name) =>
        sample.Headers.Where(field => !field.Key.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a cookie has the character as it is, so that servers agree about its value.</summary>
    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';
}
