namespace SocialContract.ReferenceImpl.Storage;

/// <summary>
/// The tables. <c>user_id</c> is the place of an account: that user's Personal, or the Workspace if it is null. Each
/// account of Instagram or Facebook has at most one row, so the unique index decides who gets it. Ids are never reused.
/// </summary>
internal static class Schema
{
    /// <summary>Identifies these tables; a change of the tables changes the number.</summary>
    public const int ApplicationId = 0x50C1A1;

    public const string Tables = """
        create table facebook_accounts (
            id integer primary key autoincrement,
            user_id integer not null,
            fb_uid text not null,
            fb_token text not null,
            unique (user_id, fb_uid)
        ) strict;

        create table instagram_accounts (
            id integer primary key autoincrement,
            ig_user_id text not null unique,
            ig_user_name text not null,
            ig_profile_picture_url text,
            fb_token text not null,
            user_id integer,
            facebook_account_id integer not null references facebook_accounts (id),
            created_at text not null,
            updated_at text not null
        ) strict;

        create table facebook_pages (
            id integer primary key autoincrement,
            fb_uid text not null unique,
            fb_name text not null,
            logo_url text not null,
            is_silhouette integer not null,
            fb_token text not null,
            user_id integer,
            facebook_account_id integer not null references facebook_accounts (id),
            created_at text not null,
            updated_at text not null
        ) strict;
        """;
}
