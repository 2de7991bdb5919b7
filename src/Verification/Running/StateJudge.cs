using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Says what is read of a thing means for what was done to it.</summary>
internal sealed class StateJudge(Ledger ledger)
{
    /// <summary>Concludes from the status alone.</summary>
    public void Conclude(CheckKey row, Answer answer, Exchange exchange, bool isKept, bool isBroken, string expected)
    {
        if (isKept || isBroken)
        {
            ledger.Add(row, isKept ? EvidenceKind.Kept : EvidenceKind.Broken, exchange, expected, $"Answered {answer.Code}.");
        }
        else
        {
            var reason = answer.Fault == FaultKind.None ? $"the server answers {answer.Code}" : answer.FaultText;
            ledger.Add(row, EvidenceKind.Blocked, exchange, found: reason);
        }
    }

    /// <summary>Values that the update invented are there under their names, or the update was partial.</summary>
    public void Updated(CheckKey row, ContractCase update, Answer answer, Exchange exchange)
    {
        if (!answer.IsSuccess || !Json.TryParse(answer.Bytes, out var read) || !Json.TryParse(update.Body.GetValueOrDefault(), out var sent))
        {
            return;
        }

        var compared = SentValues.In(sent, read).Where(value => IsInvented(value.Sent) && Json.Text(value.Found) is not null).ToList();
        if (compared.Find(value => Json.Text(value.Sent) != Json.Text(value.Found)) is { } other)
        {
            var (asked, found) = (Json.Text(other.Sent), Json.Text(other.Found));
            ledger.Add(row, EvidenceKind.Broken, exchange, $"{other.Name} is what the update sent: {asked}.", $"It is {found}.");
        }
        else if (compared.Count > 0)
        {
            ledger.Add(row, EvidenceKind.Kept, exchange);
        }
    }

    /// <summary>Nothing that refused updates sent is there now and was not there before.</summary>
    public void Unchanged(CheckKey row, ResourceState life, Answer answer, Exchange exchange)
    {
        if (life.RefusedUpdates.Exists(one => !one.Answer.IsRefusal))
        {
            ledger.Add(row, EvidenceKind.Blocked, exchange, found: "an update that should have been refused was not");
            return;
        }

        if (life.Last is not { } before || !answer.IsSuccess || !Json.TryParse(answer.Bytes, out var now))
        {
            ledger.Add(row, EvidenceKind.Blocked, exchange, found: "what should have been updated could not be read");
            return;
        }

        var isShown = false;
        foreach (var (one, refusal) in life.RefusedUpdates)
        {
            var (done, shows) = SentValues.New(one, before, now);
            isShown |= shows;
            if (done is not null)
            {
                var found = $"{done} is what {one.Id} sent, though it was refused with {refusal.Code}.";
                ledger.Add(row, EvidenceKind.Broken, exchange, "What a refused update sent is not there.", found);
                return;
            }
        }

        if (isShown)
        {
            ledger.Add(row, EvidenceKind.Kept, exchange);
        }
        else
        {
            ledger.Skip(row, $"{exchange.Case} shows nothing of what the refused updates sent");
        }
    }

    /// <summary>Refused deletions left the thing in its place where it can be deleted now.</summary>
    public void Undone(CheckKey row, Answer deletion, Exchange exchange, ResourceState life)
    {
        if (life.RefusedDeletions.Find(answer => !answer.IsRefusal) is { } other)
        {
            var reason = other.Fault == FaultKind.None ? "a deletion that should have been refused was not" : other.FaultText;
            ledger.Add(row, EvidenceKind.Blocked, exchange, found: reason);
        }
        else
        {
            const string Expected = "What a refused request asked for is not done, so that it can be deleted now.";
            Conclude(row, deletion, exchange, deletion.IsSuccess, deletion.Code is 404 or 410, Expected);
        }
    }

    private static bool IsInvented(JsonNode? value) => Json.Text(value)?.StartsWith(InventedData.Prefix, StringComparison.Ordinal) == true;
}
