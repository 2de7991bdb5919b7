using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SocialContract.Verification.Tests.Support;
using static SocialContract.Verification.Tests.SelfProof.CheckFault;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>A fault for each check of the shipped plan that does not come from a keyword.</summary>
internal static class CheckFaults
{
    private const string Accounts = "createInstagramAccounts";
    private const string Delete = "deleteInstagramAccount";
    private const string Pages = "createFacebookPages";
    private const string Refusal = """{"facebook_account":["Must be a Hash"]}""";

    public static IReadOnlyList<CheckFault> All { get; } =
    [
        .. OfPosts(Accounts, "ig_accounts", "ig_user_id", "ig_user_name"),
        .. OfPosts(Pages, "fb_pages", "fb_uid", "fb_name"),
        .. OfDelete(),
        Changes($"{Accounts} check/example/200/refused-belongs-to-workspace", IsRefusedExample, Wordless),
        Responds($"{Accounts} check/example/422/refused-for-admin", asked => asked.Role == "admin", 422, Refusal),
        Responds($"{Accounts} check/example/422/refused-for-creator", asked => asked.Role == "creator", 422, Refusal),
        Changes($"{Pages} check/example/200/refused-belongs-to-personal", IsRefusedExample, Wordless),
    ];

    private static IEnumerable<CheckFault> OfPosts(string operation, string elements, string id, string name) =>
    [
        Responds($"{operation} check/route", _ => true, 404),
        Responds($"{operation} check/plain-request", asked => asked.Role.Length > 0 && !asked.IsExample, 422, Refusal),
        Responds($"{operation} check/unknown-members", HasUnknownMember, 422, Refusal),
        OfMediaType(operation, "application/x-www-form-urlencoded"),
        OfMediaType(operation, "multipart/form-data"),
        Responds($"{operation} check/other-media-type", asked =>
            asked.ContentType is "text/plain" or "application/octet-stream" or "image/png", 500),
        Responds($"{operation} check/malformed-json", asked => asked.IsMalformed, 500),
        Responds($"{operation} check/deep-body", asked => asked.Text.StartsWith("[[[[", StringComparison.Ordinal), 500),
        Responds($"{operation} check/large-body", asked => asked.Text.Length > 1024 * 1024, 500),
        Status($"{operation} check/status/200", 200, 201),
        Status($"{operation} check/status/401", 401, 403),
        Changes($"{operation} check/reflects/{elements}/*", asked => !asked.IsExample, body => Twice(body[elements]!.AsArray())),
        OfEach($"{operation} check/reflects/{elements}/*/{id}", elements, id),
        OfEach($"{operation} check/reflects/{elements}/*/{name}", elements, name),
        Changes($"{operation} check/example/200/connected", asked => asked is { IsExample: true, Elements: 1 }, Unsuccessful),
        Changes($"{operation} check/example/200/nothing-to-connect", asked => asked is { IsExample: true, Elements: 0 }, Unsuccessful),
        Changes($"{operation} check/example/200/partially-connected", asked => asked is { IsExample: true, Elements: 2 }, Unsuccessful),
    ];

    private static IEnumerable<CheckFault> OfDelete() =>
    [
        Responds($"{Delete} check/route", _ => true, 404),
        Responds(
            $"{Delete} check/plain-request", asked => asked.Role.Length > 0 && IsOfRun(asked), 422, """{"id":["Must be a Integer"]}"""),
        Status($"{Delete} check/status/200", 200, 201),
        Status($"{Delete} check/status/401", 401, 403),
        Status($"{Delete} check/status/404", 404, 410),
        Status($"{Delete} check/status/422", 422, 400),
        Changes($"{Delete} check/reflects/instagram_account_id", _ => true, body => body["instagram_account_id"] = 123_456),
        Changes($"{Delete} check/example/200/deleted", asked => asked.IsExample, Unsuccessful),
        Responds($"{Delete} check/example/404/not-found", asked => asked.Id == "7586", 200, Deleted("7586")),
        new($"{Delete} check/refused-is-not-done", DoneThoughRefusedAsync),
        new($"{Delete} check/deleted-is-gone", (asked, next) =>
            asked.Role.Length > 0 && IsOfRun(asked) ? RespondAsync(asked.Context, 200, Deleted(asked.Id)) : next(asked.Context)),
    ];

    private static CheckFault OfMediaType(string operation, string type) =>
        Responds($"{operation} check/media-type/{type}", asked => asked.ContentType == type, 415);

    private static CheckFault OfEach(string check, string elements, string name) => Changes(check, _ => true, body =>
    {
        foreach (var element in body[elements]!.AsArray())
        {
            element![name] = "another";
        }
    });

    private static void Twice(JsonArray elements)
    {
        foreach (var element in elements.ToList())
        {
            elements.Add(element!.DeepClone());
        }
    }

    private static void Unsuccessful(JsonObject body) => body["success"] = false;

    /// <summary>Does not say what was refused.</summary>
    private static void Wordless(JsonObject body) => body["message"] = new JsonArray();

    private static bool HasUnknownMember(Asked asked) => asked.Text.Contains("contract_kit_unknown", StringComparison.Ordinal);

    private static bool IsRefusedExample(Asked asked) =>
        asked is { IsExample: true, Elements: 1, Location: "personalSettingsPage" or "workspaceSettingsPage" };

    private static string Deleted(string id) => $$"""{"success":true,"instagram_account_id":{{id}}}""";

    /// <summary>Whether the id is that of something that the run created.</summary>
    private static bool IsOfRun(Asked asked) => !asked.IsExample && asked.Id.All(char.IsAsciiDigit);

    /// <summary>Responds to an unknown caller with 401, but does what it asks.</summary>
    private static async Task DoneThoughRefusedAsync(Asked asked, RequestDelegate next)
    {
        if (asked.Role.Length > 0)
        {
            await next(asked.Context);
            return;
        }

        asked.Context.Request.Headers["Authentication"] = "Bearer admin-token";
        await BufferedResponse.ReadAsync(asked.Context, next);
        await RespondAsync(asked.Context, 401, """{"error":"Only registered user can perform this action"}""");
    }
}
