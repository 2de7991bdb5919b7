using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialContract.ReferenceImpl.Serving;
using SocialContract.ReferenceImpl.Storage;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The operation on Facebook pages. What reaches it, the contract has accepted.</summary>
internal static class FacebookPages
{
    /// <summary>Connects what is free, updates what is there already, and says of the rest which place has it.</summary>
    public static async Task<Ok<FacebookPagesAnswer>> Connect(
        ConformingRequest<ConnectFacebookPages> request, Database database, TimeProvider clock, CancellationToken aborted)
    {
        var (caller, body) = request;
        var target = Place.AskedFor(body.FacebookAccount.Location, caller);
        var now = Timestamp.Now(clock);

        using var transaction = await database.BeginAsync(aborted);
        var facebookAccount = body.FacebookAccount.Save(transaction, caller);
        var outcome = Outcome<FacebookPageToConnect, FacebookPage>.Of(
            body.FbPages,
            connect: page => FacebookPage.Connect(transaction, page, target, facebookAccount, now),
            placeOf: page => FacebookPage.PlaceOf(transaction, page.Id));

        if (outcome.Success)
        {
            transaction.Commit();
        }

        var messages = outcome.Refused.Select(refused => Sentences.FacebookPageNotConnected(
            refused.Account.Name, Sentences.RemoveItFirst(target, refused.Current, caller)));
        return TypedResults.Ok(new FacebookPagesAnswer(outcome.Success, outcome.Connected, [.. messages]));
    }
}
