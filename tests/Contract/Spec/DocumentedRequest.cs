using System.Text.Json.Nodes;

namespace SocialContract.Contract.Tests.Spec;

/// <summary>
/// The documented request of an operation as a JSON value, so that an edit can change every part of it: <c>{"path": {"id": 1}, "header":
/// {"Authentication": "Bearer TOKEN"}, "body": {…}}</c>. The pointers into it are those of violations.
/// </summary>
/// <param name="Method">Upper case.</param>
/// <param name="PathTemplate">E.g. <c>/api/v3/instagram_accounts/{id}</c>.</param>
/// <param name="Parts">The value.</param>
internal sealed record DocumentedRequest(string Method, string PathTemplate, JsonObject Parts)
{
    public static DocumentedRequest Of(string operation) => operation switch
    {
        DocumentedFacts.CreateInstagramAccounts => new("POST", "/api/v3/instagram_accounts", WithBody("instagram-accounts.json")),
        DocumentedFacts.DeleteInstagramAccount => new("DELETE", "/api/v3/instagram_accounts/{id}", new JsonObject
        {
            ["path"] = new JsonObject { ["id"] = 1 },
            ["header"] = Headers(),
        }),
        DocumentedFacts.CreateFacebookPages => new("POST", "/api/v3/facebook_pages", WithBody("facebook-pages.json")),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "The pages have three operations."),
    };

    /// <summary>The changed request.</summary>
    public DocumentedRequest With(JsonEdit edit) => this with { Parts = edit.Apply(Parts) };

    /// <summary>The path with its parameter filled in.</summary>
    public string Path =>
        PathTemplate.Replace("{id}", Uri.EscapeDataString(Parts["path"]?["id"]?.ToString() ?? ""), StringComparison.Ordinal);

    /// <summary>The header's value; null if the request has none.</summary>
    public string? Header(string name) => Parts["header"]?[name]?.GetValue<string>();

    public JsonNode? Body => Parts["body"];

    private static JsonObject WithBody(string file) => new()
    {
        ["header"] = Headers(),
        ["body"] = JsonNode.Parse(File.ReadAllText(Checkout.PathOf($"tests/documents/requests/{file}"))),
    };

    private static JsonObject Headers() => new() { ["Authentication"] = "Bearer TOKEN" };
}
