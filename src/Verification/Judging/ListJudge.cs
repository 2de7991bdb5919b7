using System.Text;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Looks for values of an operation's refused requests in the list of its resources.</summary>
internal static class ListJudge
{
    /// <param name="refused">The creating operation's cases that were refused.</param>
    public static Evidence Of(string creator, IReadOnlyList<ContractCase> refused, SendResult result, RecordedCase exchange)
    {
        var check = new CheckKey(CheckIds.Refused, creator);
        if (!result.IsSuccess || refused.Count == 0)
        {
            var reason = result.Fault != FaultKind.None ? result.FaultText
                : result.IsSuccess ? "nothing was refused" : $"the request for the list gets {result.Code}";
            return new(check, EvidenceKind.Blocked, exchange, Found: reason) { Fault = result.Fault };
        }

        var text = Encoding.UTF8.GetString(result.Body.Span);
        var done = refused.FirstOrDefault(
            testCase => InventedData.ValuesIn(testCase).Any(value => text.Contains(value, StringComparison.Ordinal)));
        return new(
            check,
            done is null ? EvidenceKind.Kept : EvidenceKind.Broken,
            exchange,
            "The list has no values that a refused request sent.",
            done is null ? "" : $"The list has values that {done.Id} sent, though it was refused.");
    }
}
