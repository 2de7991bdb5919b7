using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Judges a reading of a resource after requests that changed it or were refused.</summary>
internal static class StateJudge
{
    /// <summary>Judges the status alone.</summary>
    public static Evidence OfStatus(
        CheckKey check, SendResult result, RecordedCase exchange, bool isKept, bool isBroken, string expected) =>
        isKept ? new(check, EvidenceKind.Kept, exchange)
        : isBroken ? new(check, EvidenceKind.Broken, exchange, expected, $"The response has status {result.Code}.")
        : Blocked(check, result, exchange, result.Fault == FaultKind.None ? $"the response has status {result.Code}" : result.FaultText);

    /// <summary>Whether the resource has the invented values of the update; null if none of them can be compared.</summary>
    public static Evidence? OfUpdate(CheckKey check, ContractCase update, SendResult result, RecordedCase exchange)
    {
        if (!result.IsSuccess || !Json.TryParse(result.Body, out var read)
            || !Json.TryParse(update.Body, out var sent))
        {
            return null;
        }

        var compared = SentValues.In(sent, read).Where(value => IsInvented(value.Sent) && Json.Text(value.Found) is not null).ToList();
        if (compared.Find(value => Json.Text(value.Sent) != Json.Text(value.Found)) is { } other)
        {
            var (written, found) = (Json.Text(other.Sent), Json.Text(other.Found));
            var expected = $"{other.Name} is what the update sent: {written}.";
            return new(check, EvidenceKind.Broken, exchange, expected, $"{other.Name} is {found}.");
        }

        return compared.Count > 0 ? new(check, EvidenceKind.Kept, exchange) : null;
    }

    /// <summary>Whether the resource has a new value that a refused update sent.</summary>
    /// <param name="before">The resource as read before the updates; null if it was not read.</param>
    public static Evidence OfRefusedUpdates(
        CheckKey check,
        IReadOnlyList<(ContractCase Case, SendResult Result)> refused,
        JsonNode? before,
        SendResult result,
        RecordedCase exchange)
    {
        if (refused.Any(update => !update.Result.IsRefusal))
        {
            return new(check, EvidenceKind.Blocked, exchange, Found: "an update that should have been refused was not");
        }

        if (before is null || !result.IsSuccess || !Json.TryParse(result.Body, out var now))
        {
            return new(check, EvidenceKind.Blocked, exchange, Found: "the resource that should have been updated could not be read");
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

        var nothing = $"the response to {exchange.Case} has none of the members that the refused updates sent";
        return isShown ? new(check, EvidenceKind.Kept, exchange) : new(check, EvidenceKind.Skipped, Found: nothing);
    }

    /// <summary>Whether refused deletions left the resource, so that it can be deleted now.</summary>
    public static Evidence OfRefusedDeletions(CheckKey check, IReadOnlyList<SendResult> refused, SendResult deletion, RecordedCase exchange)
    {
        if (refused.FirstOrDefault(result => !result.IsRefusal) is { } other)
        {
            var reason = other.Fault == FaultKind.None ? "a deletion that should have been refused was not" : other.FaultText;
            return Blocked(check, other, exchange, reason);
        }

        const string Expected = "The refused deletions deleted nothing, so the resource can be deleted now.";
        return OfStatus(check, deletion, exchange, deletion.IsSuccess, deletion.IsMissing, Expected);
    }

    private static Evidence Blocked(CheckKey check, SendResult result, RecordedCase exchange, string reason) =>
        new(check, EvidenceKind.Blocked, exchange, Found: reason) { Fault = result.Fault };

    private static bool IsInvented(JsonNode? value) => Json.Text(value)?.StartsWith(InventedData.Prefix, StringComparison.Ordinal) == true;
}
