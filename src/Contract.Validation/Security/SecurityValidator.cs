using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Security;

/// <summary>
/// Checks the security of an operation: alternatives, each with schemes that must all be met (OpenAPI 3.1, section 4.8.30).
/// </summary>
internal sealed class SecurityValidator
{
    private readonly SchemeValidator[][] _alternatives;
    private readonly Rule _rule;
    private readonly string? _alternativesText;

    public SecurityValidator(Operation operation, Rule rule)
    {
        _rule = rule;
        _alternatives = [.. operation.Security
            .Select(requirement => requirement.Schemes.Select(scheme => new SchemeValidator(scheme)).ToArray())];
        _alternativesText = _alternatives.Length > 1
            ? string.Join(" or ", _alternatives.Select(schemes => string.Join(" with ", schemes.Select(scheme => scheme.Expected))))
            : null;
        ReadsQuery = operation.Security.Any(requirement => requirement.Schemes.Any(scheme => scheme.In == ParameterLocation.Query));
        ReadsCookies = operation.Security.Any(requirement => requirement.Schemes.Any(scheme => scheme.In == ParameterLocation.Cookie));
    }

    public bool ReadsQuery { get; }

    public bool ReadsCookies { get; }

    /// <summary>
    /// Null if an alternative is met, else the violations of the nearest alternative: the one with the fewest missing credentials, then
    /// with the fewest refused ones.
    /// </summary>
    public List<Violation>? Validate(RequestMessage message, MessageScratch scratch, Func<SecurityScheme, string, bool>? accepts)
    {
        SchemeValidator[]? nearest = null;
        var least = int.MaxValue;
        foreach (var schemes in _alternatives)
        {
            var distance = 0;
            foreach (var scheme in schemes)
            {
                distance += scheme.Validate(message, scratch, accepts).State switch
                {
                    CredentialState.Met => 0,
                    CredentialState.Refused => 1,
                    _ => 1000,
                };
            }

            if (distance == 0)
            {
                return null;
            }

            if (distance < least)
            {
                (nearest, least) = (schemes, distance);
            }
        }

        return nearest is null ? null : Violations(nearest, message, scratch, accepts);
    }

    private List<Violation> Violations(
        SchemeValidator[] schemes, RequestMessage message, MessageScratch scratch, Func<SecurityScheme, string, bool>? accepts)
    {
        var violations = new List<Violation>();
        foreach (var scheme in schemes)
        {
            var credential = scheme.Validate(message, scratch, accepts);
            if (credential.State != CredentialState.Met)
            {
                var expected = _alternativesText ?? scheme.Expected;
                violations.Add(new Violation(_rule, ViolationKind.Security, scheme.Instance, expected, credential.Found));
            }
        }

        return violations;
    }
}
