using SocialContract.ReferenceImpl.Storage;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>
/// A connected Facebook page: its row in the database, and its form in responses. This server has no nicknames and no teams.
/// </summary>
internal sealed record FacebookPage
{
    public required long Id { get; init; }

    public required string FbToken { get; init; }

    /// <summary>Facebook's own id.</summary>
    public required string FbUid { get; init; }

    public required string FbName { get; init; }

    public required long FacebookAccountId { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    public required string LogoUrl { get; init; }

    public string Nickname { get; init; } = "";

    public IReadOnlyList<string>? ConnectedTeams { get; init; }

    public required bool IsSilhouette { get; init; }

    /// <summary>Connects it, or updates it if it is already connected there.</summary>
    /// <returns>The row, or null if it is connected to another place.</returns>
    public static FacebookPage? Connect(
        Transaction transaction, FacebookPageToConnect page, AccountPlace place, long facebookAccount, string now) =>
        transaction.Row<FacebookPage>(
            """
            insert into facebook_pages
                (fb_uid, fb_name, logo_url, is_silhouette, fb_token, user_id, facebook_account_id, created_at, updated_at)
            values (@Id, @Name, @Picture, @IsSilhouette, @AccessToken, @UserId, @FacebookAccount, @Now, @Now)
            on conflict (fb_uid) do update set
                fb_name = excluded.fb_name,
                logo_url = excluded.logo_url,
                is_silhouette = excluded.is_silhouette,
                fb_token = excluded.fb_token,
                facebook_account_id = excluded.facebook_account_id,
                updated_at = excluded.updated_at
            where facebook_pages.user_id is excluded.user_id
            returning id, fb_token, fb_uid, fb_name, facebook_account_id, created_at, updated_at, logo_url, is_silhouette
            """,
            new
            {
                page.Id,
                page.Name,
                page.Picture,
                page.IsSilhouette,
                page.AccessToken,
                place.UserId,
                FacebookAccount = facebookAccount,
                Now = now,
            });

    public static AccountPlace PlaceOf(Transaction transaction, string facebookId) =>
        new(transaction.Row<int?>("select user_id from facebook_pages where fb_uid = @Id", new { Id = facebookId }));
}
