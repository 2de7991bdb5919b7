using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>
/// A connected Instagram account: its row in the database, and its form in responses. This server has no nicknames and no teams.
/// </summary>
internal sealed record InstagramAccount
{
    public required long Id { get; init; }

    /// <summary>Instagram's own id.</summary>
    public required string IgUserId { get; init; }

    public required string IgUserName { get; init; }

    public required string? IgProfilePictureUrl { get; init; }

    public int? FacebookPageId { get; init; }

    /// <summary>The user to whose Personal it is connected; null: the Workspace.</summary>
    public required int? UserId { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    public string Nickname { get; init; } = "";

    public IReadOnlyList<string>? ConnectedTeams { get; init; }

    public required string FbToken { get; init; }

    public required long FacebookAccountId { get; init; }

    /// <summary>Connects it, or updates it if it is already connected there.</summary>
    /// <returns>The row, or null if it is connected to another place.</returns>
    public static InstagramAccount? Connect(
        Transaction transaction, InstagramAccountToConnect account, AccountPlace place, long facebookAccount, string now) =>
        transaction.Row<InstagramAccount>(
            """
            insert into instagram_accounts
                (ig_user_id, ig_user_name, ig_profile_picture_url, fb_token, user_id, facebook_account_id, created_at, updated_at)
            values (@Id, @Username, @ProfilePictureUrl, @FbToken, @UserId, @FacebookAccount, @Now, @Now)
            on conflict (ig_user_id) do update set
                ig_user_name = excluded.ig_user_name,
                ig_profile_picture_url = excluded.ig_profile_picture_url,
                fb_token = excluded.fb_token,
                facebook_account_id = excluded.facebook_account_id,
                updated_at = excluded.updated_at
            where instagram_accounts.user_id is excluded.user_id
            returning *
            """,
            new
            {
                account.Id,
                account.Username,
                account.ProfilePictureUrl,
                account.FbToken,
                place.UserId,
                FacebookAccount = facebookAccount,
                Now = now,
            });

    public static AccountPlace PlaceOf(Transaction transaction, string instagramId) =>
        new(transaction.Row<int?>("select user_id from instagram_accounts where ig_user_id = @Id", new { Id = instagramId }));

    /// <summary>Removes it if the user connected it, with one of the user's Facebook accounts; an admin may remove any.</summary>
    public static bool Delete(Transaction transaction, long id, User user) => transaction.Execute(
        """
        delete from instagram_accounts
        where id = @Id and (@Any or facebook_account_id in (select id from facebook_accounts where user_id = @UserId))
        """,
        new { Id = id, Any = user.Role == Role.Admin, UserId = user.Id }) > 0;
}
