using SocialContract.Contract;
using SocialContract.Contract.Rules;
using SocialContract.Tests.Support;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>A document whose request, <c>add</c>, has a body with a member <c>v</c>, and its plan.</summary>
/// <param name="schema">The schema of the member, and of the component <c>V</c>.</param>
internal sealed class MemberDocument(string schema, string version = "3.1.0")
{
    private VerificationPlan? _plan;

    public ContractDescription Api { get; } = Shipped.LoadText(SmallDocument.OfBody(
        $"{{ type: object, required: [v], properties: {{ v: {schema} }} }}", version, $"{{ V: {schema} }}"));

    public VerificationPlan Plan => _plan ??= CasePlanner.Plan(Api, PlanOptions.Default);

    /// <summary>The rules of a keyword of the member's schema.</summary>
    public IEnumerable<Rule> RulesOf(string keyword) => Api.Rules.Requests(Api.Operations[0])
        .Where(use => use.Rule.Keyword == keyword && use.Instance == "/body/v")
        .Select(use => use.Rule);

    public IEnumerable<ContractCase> CasesOf(Rule rule, CaseExpectation expectation) => Plan.Cases.Where(
        testCase => testCase.Expectation == expectation && testCase.Checks.Any(check => check.Id == rule.Id));
}
