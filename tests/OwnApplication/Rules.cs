using System.Text.Json;
using System.Text.Json.Nodes;

namespace OwnApplication;

/// <summary>The validations of the two pages' tables of parameters, in their words.</summary>
internal static class Rules
{
    private const string Text = "Must be a String";

    private static readonly string[] Locations =
        ["workspaceSettingsPage", "signUpForm", "guidedWalkthrough", "progressMeter", "personalSettingsPage", "templateBranding"];

    /// <summary>The first fault of a request to connect Instagram accounts.</summary>
    public static (string Parameter, string Sentence)? InstagramAccounts(JsonNode? body) =>
        Account(body) ?? Elements(body, "ig_accounts", ["id", "username", "profile_picture_url", "fb_token"]);

    /// <summary>The first fault of a request to connect Facebook pages.</summary>
    public static (string Parameter, string Sentence)? FacebookPages(JsonNode? body) =>
        Account(body) ?? Elements(body, "fb_pages", ["access_token", "id", "name", "picture"]) ?? Silhouettes(body!["fb_pages"]);

    private static (string, string)? Account(JsonNode? body)
    {
        if (body is not JsonObject { } parameters || parameters["facebook_account"] is not JsonObject account)
        {
            return ("facebook_account", "Must be a Hash");
        }

        if (Missing(account, ["fb_token", "fb_uid"]) is { } name)
        {
            return ($"facebook_account[{name}]", Text);
        }

        return account["location"] is not { } location || Array.Exists(Locations, one => IsText(location, one))
            ? null
            : ("facebook_account[location]", $"Must be one of: {string.Join(", ", Locations)}.");
    }

    private static (string, string)? Elements(JsonNode? body, string list, string[] texts)
    {
        if (body![list] is not { } given)
        {
            return null;
        }

        if (given is not JsonArray { Count: > 0 } elements || elements.Any(element => element is not JsonObject))
        {
            return (list, "Must be an Array of nested elements");
        }

        return elements.Select(element => Missing(element!.AsObject(), texts)).FirstOrDefault(name => name is not null) is { } missing
            ? ($"{list}[{missing}]", Text)
            : null;
    }

    private static (string, string)? Silhouettes(JsonNode? pages) =>
        pages is JsonArray elements && elements.Any(page => !IsTruth(page!["is_silhouette"]))
            ? ("fb_pages[is_silhouette]", "Must be one of: true, false, 1, 0.")
            : null;

    private static string? Missing(JsonObject members, string[] texts) =>
        texts.FirstOrDefault(name =>
            members[name]?.GetValueKind() != JsonValueKind.String || members[name]!.GetValue<string>().Length == 0);

    private static bool IsText(JsonNode node, string text) =>
        node.GetValueKind() == JsonValueKind.String && node.GetValue<string>() == text;

    private static bool IsTruth(JsonNode? node) => node?.ToJsonString() is "true" or "false" or "1" or "0";
}
