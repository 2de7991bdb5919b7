using System.Reflection;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using Xunit.Sdk;
using Xunit.v3;

namespace SocialContract.ContractTests;

/// <summary>
/// A theory's data: each check of each operation of the document, in document order. Arguments: the operation's and the check's id.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractChecksAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        try
        {
            return new([.. ContractDocument.Plan(hasProviderStates: true).Checks.Select(check =>
                new TheoryDataRow<string, string>(check.Key.Operation, check.Key.Id) { TestDisplayName = Name(check), Label = "" })]);
        }
        catch (ContractSettingsException fault)
        {
            // The other test fails with the same sentence.
            return new([new TheoryDataRow<string, string>("", "")
            {
                TestDisplayName = "The document's checks", Label = "", Skip = fault.Message,
            }]);
        }
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    /// <summary>
    /// The documentation's words: <c>POST /api/v3/instagram_accounts: facebook_account[fb_token] Must be a String</c>, then the check's id.
    /// </summary>
    private static string Name(PlannedCheck check)
    {
        var words = check switch
        {
            { DocumentedName: { } name, Sentence: { } sentence } => $"{name} {sentence}",
            _ => check.Statement,
        };
        var source = check.Source == RuleSource.Stated ? "" : $", {check.Source.ToWord()}";
        return $"{check.Operation.Method} {check.Operation.Path}: {words} ({check.Key.Id}{source})";
    }
}
