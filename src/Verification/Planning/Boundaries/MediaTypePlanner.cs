using SocialContract.Contract.Generation.Requests;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Boundaries;

/// <summary>Plans the plain request in each other media type that the document describes for the body.</summary>
internal sealed class MediaTypePlanner(OperationDrafts drafts, CaseWriter writer, CheckList checks)
{
    public IEnumerable<ContractCase> Cases()
    {
        var all = drafts.Operation.RequestBody?.Content ?? [];
        foreach (var media in all.Where(media => media != drafts.Media && MediaTypes.IsStructured(media.Name)))
        {
            var essence = MediaTypes.Essence(media.Name);
            var id = $"{drafts.Operation.Id}/media-type/{essence}";
            var draft = drafts.Invented(drafts.Plain, id) with { Media = media };
            var check = checks.Add($"{CheckIds.MediaType}/{essence}", media.Source, $"a body sent as {essence} is accepted", media.Node);
            if (drafts.Budget.IsSpent)
            {
                checks.LeaveUnexercised(check, PlanningBudget.Reason);
            }
            else if (drafts.Accepts(draft))
            {
                yield return writer.Write(id, $"the body is sent as {essence}", draft, CaseExpectation.Accepted, [check]);
            }
            else
            {
                checks.LeaveUnexercised(check, $"the plain request cannot be written as {essence}");
            }
        }
    }
}
