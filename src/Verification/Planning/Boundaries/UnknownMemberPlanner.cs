using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Boundaries;

/// <summary>Plans a request whose objects have unknown members wherever the document allows them.</summary>
internal sealed class UnknownMemberPlanner(OperationDrafts drafts, CaseWriter writer, CheckList checks)
{
    /// <returns>Empty if no object in the body may have unknown members.</returns>
    public IReadOnlyList<ContractCase> Cases()
    {
        if (drafts.Media is not { } media || !MediaTypes.IsJson(media.Name)
            || drafts.Places.Allows(MessagePointer.Body, ValueTypes.Object) == false)
        {
            return [];
        }

        var (plain, id) = (drafts.Plain, $"{drafts.Operation.Id}/unknown-members");
        var values = drafts.Invented(plain, id).Values;
        var isChanged = false;
        drafts.Budget.ChargeSearch(drafts.Places.All.Count);
        var inBody = drafts.Places.All.Where(place => MessagePointer.Parse(place).IsInBody);
        foreach (var pointer in inBody.SelectMany(place => MessageValues.Find(values, place)).Distinct().ToList())
        {
            if (drafts.Budget.IsSpent)
            {
                break;
            }

            drafts.Budget.ChargeCopy(plain.Size);
            if (MessageValues.TryGet(values, pointer, out var value) && value is JsonObject
                && MessageValues.Set(values, $"{pointer}/{Mutations.Unknown}", "contract-kit") is { } changed
                && drafts.Accepts(plain with { Values = changed }))
            {
                values = changed;
                isChanged = true;
            }
        }

        if (!isChanged)
        {
            return [];
        }

        var check = checks.Add(
            CheckIds.UnknownMembers, RuleSource.Assumed, "members that the document does not describe are accepted", media.Node);
        var title = $"each object has the unknown member {Mutations.Unknown}";
        return [writer.Write(id, title, plain with { Values = values }, CaseExpectation.Accepted, [check])];
    }
}
