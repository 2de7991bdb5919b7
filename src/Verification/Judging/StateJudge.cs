using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Says what reading a resource shows about what was done to it.</summary>
internal static class StateJudge
{
    /// <summary>Concludes from the status alone.</summary>
    public static Evidence OfStatus(CheckKey check, Answer answer, Exchange exchange, bool isKept, bool isBroken, string expected) =>
        isKept || isBroken
            ? new(check, isKept ? EvidenceKind.Kept : EvidenceKind.Broken, exchange, expected, $"Responded with {answer.Code}.")
            : Blocked(check, answer, exchange, answer.Fault == FaultKind.None ? $"the response is {answer.Code}" : answer.FaultText);

    /// <summary>Whether the values that the update invented are there under their names; null where none of them can be compared.</summary>
    public static Evidence? OfUpdate(CheckKey check, ContractCase update, Answer answer, Exchange exchange)
    {
        if (!answer.IsSuccess || !Json.TryParse(answer.Body, out var read)
            || !Json.TryParse(update.Body, out var sent))
        {
            return null;
        }

        var compared = SentValues.In(sent, read).Where(value => IsInvented(value.Sent) && Json.Text(value.Found) is not null).ToList();
        if (compared.Find(value => Json.Text(value.Sent) != Json.Text(value.Found)) is { } other)
        {
            var (asked, found) = (Json.Text(other.Sent), Json.Text(other.Found));
            return new(check, EvidenceKind.Broken, exchange, $"{other.Name} is what the update sent: {asked}.", $"It is {found}.");
        }

        return compared.Count > 0 ? new(check, EvidenceKind.Kept, exchange) : null;
    }

    /// <summary>Whether something that refused updates sent is there now and was not there before.</summary>
    /// <param name="before">The resource as it was read before the updates; null where it was not.</param>
    public static Evidence OfRefusedUpdates(
        CheckKey check, IReadOnlyList<(ContractCase Case, Answer Answer)> refused, JsonNode? before, Answer answer, Exchange exchange)
    {
        if (refused.Any(update => !update.Answer.IsRefusal))
        {
            return new(check, EvidenceKind.Blocked, exchange, Found: "an update that should have been refused was not");
        }

        if (before is null || !answer.IsSuccess || !Json.TryParse(answer.Body, out var now))
        {
            return new(check, EvidenceKind.Blocked, exchange, Found: "what should have been updated could not be read");
        }

        var isShown = false;
        foreach (var (update, refusal) in refused)
        {
            var (done, shows) = SentValues.New(update, before, now);
            isShown |= shows;
            if (done is not null)
            {
                var found = $"{done} is what {update.Id} sent, though it was refused with {refusal.Code}.";
                return new(check, EvidenceKind.Broken, exchange, "The resource does not have the values of a refused update.", found);
            }
        }

        return isShown
            ? new(check, EvidenceKind.Kept, exchange)
            : new(check, EvidenceKind.Skipped, Found: $"{exchange.Case} shows nothing of what the refused updates sent");
    }

    /// <summary>Whether refused deletions left the resource, so that it can be deleted now.</summary>
    public static Evidence OfRefusedDeletions(CheckKey check, IReadOnlyList<Answer> refused, Answer deletion, Exchange exchange)
    {
        if (refused.FirstOrDefault(answer => !answer.IsRefusal) is { } other)
        {
            var reason = other.Fault == FaultKind.None ? "a deletion that should have been refused was not" : other.FaultText;
            return Blocked(check, other, exchange, reason);
        }

        const string Expected = "The refused deletions deleted nothing, so the resource can be deleted now.";
        return OfStatus(check, deletion, exchange, deletion.IsSuccess, deletion.Code is 404 or 410, Expected);
    }

    private static Evidence Blocked(CheckKey check, Answer answer, Exchange exchange, string reason) =>
        new(check, EvidenceKind.Blocked, exchange, Found: reason) { Fault = answer.Fault };

    private static bool IsInvented(JsonNode? value) => Json.Text(value)?.StartsWith(InventedData.Prefix, StringComparison.Ordinal) == true;
}
