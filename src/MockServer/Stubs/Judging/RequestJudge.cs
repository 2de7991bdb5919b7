using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Patterns;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>
/// Finds what a stub demands of requests that no valid request of the operation has. Only what is certain is found: a false finding costs
/// more than a missing one.
/// </summary>
internal static class RequestJudge
{
    /// <summary>From this status on a response is an error, and its stub may be meant for requests that are not valid.</summary>
    private const int FirstError = 400;

    public static IReadOnlyList<StubFinding> Judge(StubClaim claim, OperationResponses responses, ServedContract contract)
    {
        if (responses.Faults.Count > 0)
        {
            return [];
        }

        var operation = responses.Operation;
        List<Demand> demands = claim.Request is { } pattern ? [.. Demands(pattern)] : [];
        List<StubFinding> findings = [.. Undeclared(demands, operation, contract)];
        if (claim.Response is { Status: < FirstError } && RequestProbe.Of(responses, contract, claim.Path) is { } probe)
        {
            findings.AddRange(probe.OfPath().Select(violation => new StubFinding(
                $"/request/{claim.Request?.Url.Name ?? "url"}",
                Sentence(operation, $"the path parameter {NameOf(violation)}", violation))));
            findings.AddRange(demands.SelectMany(demand => OfValue(demand, operation, probe)));
            findings.AddRange(claim.Request is { } request ? BodyDemands.Judge(request, operation, probe, contract) : []);
        }

        return findings;
    }

    /// <summary>A sentence with what a valid request has and what the stub demands.</summary>
    /// <param name="part">The part of the request.</param>
    public static string Sentence(Operation operation, string part, Violation violation) =>
        $"No valid request of {operation.Id} has this in {part}: expected {violation.Expected}, found {violation.Found}"
        + (violation.Nearest is null ? "." : $"; did you mean {violation.Nearest}?");

    private static string NameOf(Violation violation) => MessagePointer.Parse(violation.Instance).Name;

    private static IEnumerable<Demand> Demands(RequestPattern pattern) =>
    [
        .. pattern.Url is UrlPattern.PathAndQuery url ? OfQuery(url.Text) : [],
        .. Of("queryParameters", ParameterLocation.Query, pattern.QueryParameters),
        .. Of("headers", ParameterLocation.Header, pattern.Headers),
        .. pattern.Cookies.Where(cookie => !cookie.Value.IsAbsent).Select(
            cookie => new Demand(PointerOf("cookies", cookie.Key), ParameterLocation.Cookie, cookie.Key, ExactOf(cookie.Value))),
    ];

    /// <summary>The parameters in the query of <c>url</c>, which requests have exactly.</summary>
    private static IEnumerable<Demand> OfQuery(string url) =>
        url.Split('?', 2) is [_, var query]
            ? query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => new Demand(
                "/request/url", ParameterLocation.Query, Decoded(pair[0]), pair.Length == 2 ? Decoded(pair[1]) : null))
            : [];

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>Those that a request without the value does not meet.</summary>
    private static IEnumerable<Demand> Of(
        string member, ParameterLocation location, IReadOnlyList<KeyValuePair<string, MultiValuePattern>> patterns) =>
        patterns.Where(pattern => !pattern.Value.Matches([])).Select(pattern => new Demand(
            PointerOf(member, pattern.Key),
            location,
            pattern.Key,
            pattern.Value is MultiValuePattern.AnyOf { Pattern: var single } ? ExactOf(single) : null));

    private static string? ExactOf(ValuePattern pattern) =>
        pattern is EqualToPattern { IsCaseInsensitive: false } exact ? exact.Expected : null;

    private static string PointerOf(string member, string name) => $"/request/{member}/{JsonPointer.Escape(name)}";

    private static IEnumerable<StubFinding> OfValue(Demand demand, Operation operation, RequestProbe probe) =>
        demand.Value is { } value && operation.Parameters.FirstOrDefault(parameter => !parameter.IsIgnored && demand.Is(parameter))
            is { } parameter
            ? probe.OfParameter(parameter, value).Select(violation => new StubFinding(
                demand.Pointer,
                Sentence(operation, $"the {MessageSites.WordOf(parameter.In)} parameter {parameter.Name}", violation)))
            : [];

    private static IEnumerable<StubFinding> Undeclared(IReadOnlyList<Demand> demands, Operation operation, ServedContract contract)
    {
        var declared = operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Query).ToList();
        if (declared.Any(parameter => MayHaveOtherNames(parameter, contract.Description.View)))
        {
            return [];
        }

        List<string> names =
        [
            .. declared.Select(parameter => parameter.Name),
            .. operation.Security.SelectMany(requirement => requirement.Schemes)
                .Where(scheme => scheme.In == ParameterLocation.Query)
                .Select(scheme => scheme.ParameterName),
        ];
        return demands.Where(demand => demand.Location == ParameterLocation.Query && !names.Exists(name => IsOf(name, demand.Name)))
            .Select(demand => new StubFinding(
                demand.Pointer,
                $"{operation.Id} has no query parameter {contract.Redactor.Text(demand.Name)}"
                + (NearestName.Find(demand.Name, names) is { } nearest ? $"; did you mean {nearest}?" : ".")));
    }

    /// <summary>Whether a query has the parameter under that name: <c>filter[a]</c> is a member of <c>filter</c>.</summary>
    private static bool IsOf(string declared, string name) =>
        name == declared || name.StartsWith($"{declared}[", StringComparison.Ordinal);

    /// <summary>Whether a query has an object's members in place of the parameter (OpenAPI 3.1, section 4.8.12.3: form, explode).</summary>
    private static bool MayHaveOtherNames(Parameter parameter, SchemaView view) =>
        parameter is { Content: null, Explode: true, Style: ParameterStyle.Form }
        && (parameter.Schema is not { } schema
            || view.AllConjuncts(schema.Node).All(part => MayBeObject(part, view)));

    private static bool MayBeObject(DocumentNode schema, SchemaView view) =>
        (view.Types(schema) is not { } types || types.HasFlag(ValueTypes.Object))
        && (view.ListedValues(schema) is not { Count: > 0 } listed || listed.Any(value => value.ValueKind == JsonValueKind.Object));

    /// <summary>A parameter that requests must have to meet the stub.</summary>
    /// <param name="Pointer">Of the member of the stub.</param>
    /// <param name="Value">The only value; null if several are possible.</param>
    private sealed record Demand(string Pointer, ParameterLocation Location, string Name, string? Value)
    {
        public bool Is(Parameter parameter) => parameter.In == Location && parameter.Name.Equals(
            Name, Location == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }
}
