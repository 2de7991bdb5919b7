using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialContract.ReferenceImpl.Requests;
using SocialContract.ReferenceImpl.Storage;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The operation on Facebook pages. Its requests are valid: the gate has checked them.</summary>
internal static class FacebookPages
{
    /// <summary>Connects free pages, updates those already connected to this place, and reports where the others are connected.</summary>
    public static async Task<Ok<FacebookPagesResponse>> Connect(
        ConformingRequest<ConnectFacebookPages> request, Database database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (caller, body) = request;
        var target = AccountPlace.AskedFor(body.FacebookAccount.Location, caller);
        var now = Timestamp.Now(clock);

        using var transaction = await database.BeginAsync(cancellationToken);
        var facebookAccount = body.FacebookAccount.Save(transaction, caller);
        var outcome = ConnectionOutcome<FacebookPageToConnect, FacebookPage>.Of(
            body.FbPages,
            connect: page => FacebookPage.Connect(transaction, page, target, facebookAccount, now),
            placeOf: page => FacebookPage.PlaceOf(transaction, page.Id));

        if (outcome.Success)
        {
            transaction.Commit();
        }

        var messages = outcome.Refused.Select(refused => Sentences.FacebookPageNotConnected(
            refused.Account.Name, Sentences.RemoveItFirst(target, refused.Current, caller)));
        return TypedResults.Ok(new FacebookPagesResponse(outcome.Success, outcome.Connected, [.. messages]));
    }
}
