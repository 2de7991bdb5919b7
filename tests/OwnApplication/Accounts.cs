using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace OwnApplication;

/// <summary>What is connected, in memory.</summary>
internal sealed class Accounts
{
    private readonly ConcurrentDictionary<int, bool> _connected = new();
    private int _last;

    public JsonObject ConnectInstagram(JsonNode body) => Result("ig_accounts", body, account =>
    {
        var id = Interlocked.Increment(ref _last);
        _connected[id] = true;
        return new JsonObject
        {
            ["id"] = id,
            ["ig_user_id"] = account["id"]!.DeepClone(),
            ["ig_user_name"] = account["username"]!.DeepClone(),
            ["ig_profile_picture_url"] = account["profile_picture_url"]!.DeepClone(),
            ["facebook_page_id"] = null,
            ["user_id"] = 1,
            ["created_at"] = Now,
            ["updated_at"] = Now,
            ["nickname"] = "",
            ["connected_teams"] = null,
            ["fb_token"] = account["fb_token"]!.DeepClone(),
            ["facebook_account_id"] = 1,
        };
    });

    public JsonObject ConnectPages(JsonNode body) => Result("fb_pages", body, page => new JsonObject
    {
        ["id"] = Interlocked.Increment(ref _last),
        ["fb_token"] = page["access_token"]!.DeepClone(),
        ["fb_uid"] = page["id"]!.DeepClone(),
        ["fb_name"] = page["name"]!.DeepClone(),
        ["facebook_account_id"] = 1,
        ["created_at"] = Now,
        ["updated_at"] = Now,
        ["logo_url"] = page["picture"]!.DeepClone(),
        ["nickname"] = "",
        ["connected_teams"] = null,
        ["is_silhouette"] = page["is_silhouette"]!.ToJsonString() is "true" or "1",
    });

    /// <returns>Whether there was one with that id.</returns>
    public bool Remove(int id) => _connected.TryRemove(id, out _);

    private static string Now => DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Result(string list, JsonNode body, Func<JsonNode, JsonNode> connect) => new()
    {
        ["success"] = true,
        [list] = new JsonArray([.. (body[list] as JsonArray ?? []).Select(element => connect(element!))]),
        ["message"] = new JsonArray(),
    };
}
