using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The Facebook account that owns the accounts of a request, as the caller sends it.</summary>
internal sealed record FacebookAccount(string FbToken, string FbUid, string? Location = null)
{
    /// <summary>Inserts or updates the user's row for it; each user has a separate row.</summary>
    /// <returns>The row's id.</returns>
    public long Save(Transaction transaction, User owner) => transaction.Row<long>(
        """
        insert into facebook_accounts (user_id, fb_uid, fb_token) values (@UserId, @FbUid, @FbToken)
        on conflict (user_id, fb_uid) do update set fb_token = excluded.fb_token
        returning id
        """,
        new { UserId = owner.Id, FbUid, FbToken });
}
