using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The parameters that break a rule.</summary>
internal static class ParameterStubs
{
    /// <summary>The condition for it; null where WireMock cannot tell, with the reason, or where no value breaks the rule.</summary>
    public static StubCondition? Broken(Parameter parameter, RuleUse use, TextPattern texts, out string? reason)
    {
        reason = null;
        if (use.Rule.Kind == RuleKind.Parameter)
        {
            // A path without the value is another path.
            return parameter.In switch
            {
                ParameterLocation.Path => null,
                ParameterLocation.Cookie => new(StubPart.Header, CookiePattern.Header, CookiePattern.Missing(parameter.Name)),
                _ => new(PartOf(parameter), parameter.Name, StubPattern.Absent),
            };
        }

        if (parameter.Schema is not { } schema
            || parameter.In == ParameterLocation.Cookie
            || parameter.Style is ParameterStyle.Matrix or ParameterStyle.Label
            || use.Instance != MessageSites.PlaceOf(parameter))
        {
            reason = "the value is not matched there";
            return null;
        }

        return texts.Broken(schema.Node, use.Rule, out reason) is { } pattern
            ? new(PartOf(parameter), parameter.Name, StubPattern.And(StubPattern.Present, pattern))
            : null;
    }

    private static StubPart PartOf(Parameter parameter) => parameter.In switch
    {
        ParameterLocation.Path => StubPart.Path,
        ParameterLocation.Query => StubPart.Query,
        _ => StubPart.Header,
    };
}
