using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialContract.ReferenceImpl.Requests;
using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The operations on Instagram accounts. Their requests are valid: the gate has checked them.</summary>
internal static class InstagramAccounts
{
    /// <summary>
    /// Connects free accounts, updates those already connected to this place, and refuses those connected to another place.
    /// </summary>
    public static async Task<Results<Ok<InstagramAccountsResponse>, UnprocessableEntity<InstagramAccountRefusal>>> Connect(
        ConformingRequest<ConnectInstagramAccounts> request,
        Database database,
        UserDirectory users,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (caller, body) = request;
        var target = AccountPlace.AskedFor(body.FacebookAccount.Location, caller);
        var now = Timestamp.Now(clock);

        using var transaction = await database.BeginAsync(cancellationToken);
        var facebookAccount = body.FacebookAccount.Save(transaction, caller);
        var outcome = ConnectionOutcome<InstagramAccountToConnect, InstagramAccount>.Of(
            body.IgAccounts,
            connect: account => InstagramAccount.Connect(transaction, account, target, facebookAccount, now),
            placeOf: account => InstagramAccount.PlaceOf(transaction, account.Id));

        if (outcome.Success)
        {
            transaction.Commit();
        }
        else if (caller.Role is Role.Admin or Role.Creator)
        {
            var sentences = outcome.Refused.Select(refused =>
                caller.Role is Role.Creator && refused.Current != AccountPlace.PersonalOf(caller)
                    ? Sentences.AskForAccess(refused.Current, caller, users.FirstOf(Role.Admin))
                    : Sentences.RemoveItFirst(target, refused.Current, caller));
            return TypedResults.UnprocessableEntity(new InstagramAccountRefusal([.. sentences.Distinct()]));
        }

        var messages = outcome.Refused.Select(refused => Sentences.InstagramAccountNotConnected(
            refused.Account.Username, Sentences.RemoveItFirst(target, refused.Current, caller)));
        return TypedResults.Ok(new InstagramAccountsResponse(outcome.Success, outcome.Connected, [.. messages]));
    }

    /// <summary>Removes an account that the caller connected; an admin may remove any.</summary>
    /// <param name="id">An integer of any length: the contract sets no limits.</param>
    public static async Task<Results<Ok<DeletedInstagramAccount>, NotFound<ErrorResponse>>> Delete(
        string id, ConformingRequest request, Database database, CancellationToken cancellationToken)
    {
        using var transaction = await database.BeginAsync(cancellationToken);
        if (!long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || !InstagramAccount.Delete(transaction, number, request.Caller))
        {
            return TypedResults.NotFound(new ErrorResponse("Instagram account not found"));
        }

        transaction.Commit();
        return TypedResults.Ok(new DeletedInstagramAccount(true, number));
    }
}
