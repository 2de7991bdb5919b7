using SocialContract.Contract;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>Parses and validates written requests again, so that no case claims what its bytes do not show.</summary>
internal sealed class WrittenRequestValidator(ContractDescription api)
{
    private readonly ContractValidators _validators = new(api);
    private readonly OperationRouter _router = OperationRouter.Build(api.Operations);
    private readonly RequestValidationOptions _options = new() { AcceptsToken = (_, token) => token == PlannedMessage.SampleToken };

    /// <summary>What keeps an operation's requests from being judged at all.</summary>
    public string? FaultOf(Operation operation) => _validators.Request(operation).Faults is [var fault, ..] ? fault.Message : null;

    /// <summary>The violations of what was written; null where it does not even reach its operation.</summary>
    /// <param name="samples">Stand for the ids that the server gives, by the operations that create what they name.</param>
    public IReadOnlyList<Violation>? Violations(
        Operation operation, RequestMessage written, IReadOnlyList<KeyValuePair<string, string>> samples)
    {
        var target = samples.Aggregate(written.Target, (target, id) => target.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        var filled = new RequestMessage(written.Method, target, written.Headers, written.Body);
        var route = _router.Match(operation.Method, filled.Path);
        if (route.Operation != operation)
        {
            return null;
        }

        using var verdict = _validators.Request(operation).Validate(PlannedMessage.Of(filled), route, _options);
        return IsOfCase(operation, verdict.Violations);
    }

    /// <summary>
    /// Without what a case cannot decide: headers that the HTTP layer sets, and parameters that are credentials, which the rule of
    /// authentication covers.
    /// </summary>
    private static IReadOnlyList<Violation> IsOfCase(Operation operation, IReadOnlyList<Violation> violations) =>
        violations.Count == 0 ? violations : [.. violations.Where(violation => violation.Kind != ViolationKind.Parameter
            || !(ConnectionHeaders.Include(violation.Instance) || CallerCredentials.Include(operation, violation.Instance)))];

    public static bool BreaksOnly(Rule rule, IReadOnlyList<Violation>? violations) =>
        violations is { Count: > 0 } && violations.All(violation => violation.Rule.Id == rule.Id);
}
