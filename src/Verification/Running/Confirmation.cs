using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Resources;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// Makes certain that the run created a resource before anything changes or deletes it: a GET, where the document has one, must show it,
/// with what the creating request sent and the id that was asked for.
/// </summary>
internal static class Confirmation
{
    /// <summary>The first resource that a response says was created, one that is certain before others; null where there is none.</summary>
    public static async Task<CreatedId?> FirstCreatedAsync(
        RunSession session, ContractCase creation, ResourceIds parents, SendResult result, CancellationToken cancellationToken)
    {
        if (session.IsMock)
        {
            var capture = session.Plan.Operations[creation.Operation.Id].Capture!;
            return IdExtractor.Of(capture, creation, result, session.Options.Url) is [var given, ..] ? given with { Doubt = null } : null;
        }

        CreatedId? first = null;
        foreach (var resource in session.Created.Of(creation, parents, result))
        {
            var doubt = await DoubtAsync(session, resource, cancellationToken);
            first ??= new(resource.Id, doubt);
            if (doubt is null)
            {
                return new(resource.Id, null);
            }
        }

        return first;
    }

    /// <summary>Confirms a resource, unless that was done before.</summary>
    /// <returns>Why it is not certain that the run created it; null if it is.</returns>
    public static async Task<string?> DoubtAsync(RunSession session, CreatedResource resource, CancellationToken cancellationToken)
    {
        if (session.IsMock)
        {
            return null;
        }

        if (!resource.IsConfirmed)
        {
            if (RequestFor(session, resource) is { } read)
            {
                Observe(session, read, resource, await session.SendAsync(read, resource.Ids, cancellationToken));
            }
            else
            {
                resource.IsConfirmed = true;
            }
        }

        return resource.Doubt;
    }

    /// <summary>The GET that confirms the resource; null where the document has none, or where it can be deleted no more.</summary>
    public static ContractCase? RequestFor(RunSession session, CreatedResource resource) =>
        session.Plan.Operations[resource.Creation.Operation.Id].Confirm is { } read && resource.Creation.Role is { } role
            ? read.CalledBy(role)
            : session.Plan.Operations[resource.Creation.Operation.Id].Confirm;

    public static void Observe(RunSession session, ContractCase read, CreatedResource resource, SendResult result)
    {
        session.Observe(RunPhase.Confirmation, read, resource.Ids, result);
        var capture = session.Plan.Operations[resource.Creation.Operation.Id].Capture!;
        resource.Doubt = Doubt(capture, resource.Creation, resource.Id, resource.Doubt, result);
        resource.IsConfirmed = true;
    }

    /// <param name="doubt">What is doubtful already, which only a value of the creating request removes.</param>
    internal static string? Doubt(IdCapture capture, ContractCase creation, string id, string? doubt, SendResult result)
    {
        if (!result.IsSuccess)
        {
            return $"the GET for it {(result.Fault == FaultKind.None ? $"gets {result.Code}" : $"got no response: {result.FaultText}")}";
        }

        var read = Json.TryParse(result.Body, out var node) ? node : null;
        var text = read?.ToJsonString() ?? "";
        if (InventedData.ValuesIn(creation).Any(value => text.Contains(value, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (read is not null && capture.Pattern is { } pattern && HasOtherId(read, MessageValues.NameOf(pattern), id))
        {
            return "the GET for it shows another id";
        }

        return Json.TryParse(creation.Body, out var sent) && IsOther(SentValues.In(sent, read))
            ? "the GET for it shows other values than the request sent"
            : doubt;
    }

    /// <summary>
    /// Whether a resource shows none of the texts that were sent, or none of the other values where no text can be compared. A server may
    /// change some of them.
    /// </summary>
    private static bool IsOther(IEnumerable<SentValue> values)
    {
        var compared = values.Where(value => value is { Sent: JsonValue, Found: JsonValue }).ToList();
        var texts = compared.Where(value => value.Sent!.GetValueKind() == JsonValueKind.String).ToList();
        compared = texts.Count > 0 ? texts : compared;
        return compared.Count > 0
            && !compared.Exists(value => string.Equals(Json.Text(value.Sent), Json.Text(value.Found), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the resource, or that in an envelope, has a member of that name and no value of it is the id.</summary>
    private static bool HasOtherId(JsonNode read, string name, string id)
    {
        var shown = new[] { read }.Concat(read is JsonObject members ? members.Select(member => member.Value) : [])
            .OfType<JsonObject>().Where(inner => inner.ContainsKey(name)).Select(inner => Json.Text(inner[name])).ToList();
        return shown.Count > 0 && !shown.Contains(id);
    }
}
