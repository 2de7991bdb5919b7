using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The requests without the credentials that an operation asks for (OpenAPI 3.1, section 4.8.30).</summary>
internal static class SecurityStubs
{
    /// <summary>The greatest number of combinations of schemes, each of which is a stub.</summary>
    private const int MaxCombinations = 32;

    /// <summary>
    /// For each way to meet none of the alternatives, the conditions for it: of each alternative one scheme is not met. Empty where every
    /// request meets one; null where there are too many ways.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<StubCondition>>? Unmet(Operation operation)
    {
        List<IReadOnlyList<StubCondition>> ways = operation.Security.Count == 0 ? [] : [[]];
        foreach (var alternative in operation.Security)
        {
            // A message does not show client certificates, so mutual TLS is treated as met.
            var schemes = alternative.Schemes.Where(scheme => scheme.Kind != SecuritySchemeKind.MutualTls).ToList();
            ways = [.. ways.SelectMany(way => schemes.Select(scheme => With(way, Condition(scheme))))];
            if (ways.Count > MaxCombinations)
            {
                return null;
            }
        }

        return ways;
    }

    /// <summary>An operation often asks for the same scheme in several alternatives.</summary>
    private static IReadOnlyList<StubCondition> With(IReadOnlyList<StubCondition> way, StubCondition added) =>
        way.Any(known => known.Name == added.Name && JsonNode.DeepEquals(known.Pattern, added.Pattern)) ? way : [.. way, added];

    private static StubCondition Condition(SecurityScheme scheme) => scheme.In switch
    {
        ParameterLocation.Cookie => new(StubPart.Header, CookiePattern.Header, Unmet(scheme)),
        ParameterLocation.Query => new(StubPart.Query, scheme.ParameterName, Unmet(scheme)),
        _ => new(StubPart.Header, scheme.ParameterName, Unmet(scheme)),
    };

    private static JsonObject Unmet(SecurityScheme scheme) => scheme.In == ParameterLocation.Cookie
        ? CookiePattern.Missing(scheme.ParameterName)
        : StubPattern.AbsentOr(StubPattern.DoesNotMatch(Credential(scheme)));

    private static string Credential(SecurityScheme scheme) => (scheme.Scheme, scheme.Kind) switch
    {
        (null, _) => @"[\s\S]+",
        (var word, SecuritySchemeKind.HttpBasic) => $"(?i:{Regex.Escape(word)}) [A-Za-z0-9+/]+={{0,2}}",
        (var word, SecuritySchemeKind.HttpOther) => $@"(?i:{Regex.Escape(word)}) [\s\S]+",
        (var word, _) => $"(?i:{Regex.Escape(word)}) [!-~]+",
    };
}
