using System.Text;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Running;

/// <summary>Looks for what refused requests would have created, where the document has a list of it.</summary>
internal sealed class ListRun(Run run)
{
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        foreach (var (creator, list) in run.Plan.Lists)
        {
            var row = new CheckKey(CheckIds.Refused, creator);
            if (run.IsMock)
            {
                run.Ledger.Skip(row, "the target is a mock, which keeps no state");
                continue;
            }

            if (run.Given.Missing(list.Needs) is { } missing)
            {
                run.Ledger.Add(row, EvidenceKind.Blocked, found: Targets.Missing(missing));
                continue;
            }

            var (answer, exchange, _) = await run.AskAsync(list, run.Given, cancellationToken);
            var refused = run.Refused.Where(one => one.Operation.Id == creator).ToList();
            if (!answer.IsSuccess || refused.Count == 0)
            {
                var reason = answer.Fault != FaultKind.None ? answer.FaultText
                    : answer.IsSuccess ? "nothing was refused" : $"the list is answered with {answer.Code}";
                run.Ledger.Add(row, EvidenceKind.Blocked, exchange, found: reason);
                continue;
            }

            var text = Encoding.UTF8.GetString(answer.Bytes.Span);
            var done = refused.Find(one => InventedData.ValuesIn(one).Any(value => text.Contains(value, StringComparison.Ordinal)));
            run.Ledger.Add(
                row,
                done is null ? EvidenceKind.Kept : EvidenceKind.Broken,
                exchange,
                "What a refused request would have created is not in the list.",
                done is null ? "" : $"What {done.Id} sent is in it, though it was refused.");
        }
    }
}
