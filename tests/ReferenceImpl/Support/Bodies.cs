using System.Text.Json.Nodes;

namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>Requests as a client writes them.</summary>
internal static class Bodies
{
    public const string Workspace = "workspaceSettingsPage";
    public const string Personal = "personalSettingsPage";

    public static JsonObject InstagramAccounts(string? location, params string[] ids) =>
        Body(location, "ig_accounts", ids, id => new JsonObject
    {
        ["id"] = id,
        ["username"] = $"name of {id}",
        ["profile_picture_url"] = $"https://pictures.example/{id}.png",
        ["fb_token"] = $"token of {id}",
    });

    public static JsonObject FacebookPages(string? location, params string[] ids) => Body(location, "fb_pages", ids, id => new JsonObject
    {
        ["id"] = id,
        ["name"] = $"name of {id}",
        ["access_token"] = $"token of {id}",
        ["picture"] = $"https://pictures.example/{id}.png",
        ["is_silhouette"] = true,
    });

    private static JsonObject Body(string? location, string array, string[] ids, Func<string, JsonNode> element)
    {
        var account = new JsonObject { ["fb_token"] = "FB_TOKEN", ["fb_uid"] = "FB_UID" };
        if (location is not null)
        {
            account["location"] = location;
        }

        return new JsonObject { ["facebook_account"] = account, [array] = new JsonArray([.. ids.Select(element)]) };
    }
}
