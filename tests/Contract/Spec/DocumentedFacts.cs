using System.Text.Json.Nodes;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Tests.Spec;

/// <summary>
/// What the two pages of documentation state: 20 parameters with two facts each, and the header of each operation. Written by hand from the
/// pages and not from the document, which it is there to check.
/// </summary>
internal static class DocumentedFacts
{
    public const string CreateInstagramAccounts = "createInstagramAccounts";
    public const string DeleteInstagramAccount = "deleteInstagramAccount";
    public const string CreateFacebookPages = "createFacebookPages";

    /// <summary>The name of the header, which the table has as a parameter of each operation.</summary>
    public const string Header = "Authentication";

    private const string Hash = "Must be a Hash";
    private const string String = "Must be a String";
    private const string Integer = "Must be a Integer";
    private const string Nested = "Must be an Array of nested elements";
    private const string Silhouette = "Must be one of: true, false, 1, 0.";

    private const string Location =
        "Must be one of: workspaceSettingsPage, signUpForm, guidedWalkthrough, progressMeter, personalSettingsPage, templateBranding.";

    private static readonly JsonNode OneInstagramAccount = JsonNode.Parse(
        """{"id": "1", "username": "name", "profile_picture_url": "https://pictures.example/1.png", "fb_token": "T"}""")!;

    private static readonly JsonNode OneFacebookPage = JsonNode.Parse(
        """{"access_token": "T", "id": "1", "name": "name", "picture": "https://pictures.example/1.png", "is_silhouette": false}""")!;

    /// <summary>The pages' rows, in their order.</summary>
    public static IReadOnlyList<DocumentedFact> All { get; } =
    [
        // POST api/v3/instagram_accounts
        RegisteredUser(CreateInstagramAccounts),
        Required(CreateInstagramAccounts, "facebook_account", "/body", "facebook_account"),
        Validation(CreateInstagramAccounts, "facebook_account", Hash, "type", "/body/facebook_account",
            good: JsonNode.Parse("""{"fb_token": "T", "fb_uid": "1"}"""), bad: "a string"),
        Required(CreateInstagramAccounts, "facebook_account[fb_token]", "/body/facebook_account", "fb_token"),
        Validation(
            CreateInstagramAccounts, "facebook_account[fb_token]", String, "type", "/body/facebook_account/fb_token", good: "T", bad: 123),
        Required(CreateInstagramAccounts, "facebook_account[fb_uid]", "/body/facebook_account", "fb_uid"),
        Validation(
            CreateInstagramAccounts, "facebook_account[fb_uid]", String, "type", "/body/facebook_account/fb_uid", good: "1", bad: 1.5),
        Optional(CreateInstagramAccounts, "facebook_account[location]", "/body/facebook_account/location"),
        Validation(CreateInstagramAccounts, "facebook_account[location]", Location, "enum", "/body/facebook_account/location",
            good: "workspaceSettingsPage", bad: "WorkspaceSettingsPage"),
        Optional(CreateInstagramAccounts, "ig_accounts", "/body/ig_accounts"),
        NestedElements(CreateInstagramAccounts, "ig_accounts", OneInstagramAccount),
        RequiredInEach(CreateInstagramAccounts, "ig_accounts", "id"),
        ValidationInEach(CreateInstagramAccounts, "ig_accounts", "id", String, "type", good: "17841405902213202", bad: 17841405902213202),
        RequiredInEach(CreateInstagramAccounts, "ig_accounts", "username"),
        ValidationInEach(CreateInstagramAccounts, "ig_accounts", "username", String, "type", good: "twentyonekate", bad: true),
        RequiredInEach(CreateInstagramAccounts, "ig_accounts", "profile_picture_url"),
        ValidationInEach(
            CreateInstagramAccounts, "ig_accounts", "profile_picture_url", String, "type", good: "no address at all", bad: new JsonArray()),
        RequiredInEach(CreateInstagramAccounts, "ig_accounts", "fb_token"),
        ValidationInEach(CreateInstagramAccounts, "ig_accounts", "fb_token", String, "type", good: "T", bad: new JsonObject()),

        // DELETE /api/v3/instagram_accounts/:id
        RegisteredUser(DeleteInstagramAccount),
        new(DeleteInstagramAccount, "id", FactKind.Required, RuleSource.Stated, null, JsonEdit.None,
            [new("parameter", "/path/id", null, Bad: null, Status: 422)]),
        Validation(DeleteInstagramAccount, "id", Integer, "type", "/path/id", good: 7586, bad: "word"),

        // Facebook pages: method and path are not on the page
        RegisteredUser(CreateFacebookPages),
        Required(CreateFacebookPages, "facebook_account", "/body", "facebook_account"),
        Validation(CreateFacebookPages, "facebook_account", Hash, "type", "/body/facebook_account",
            good: JsonNode.Parse("""{"fb_token": "T", "fb_uid": "1"}"""), bad: new JsonArray()),
        Required(CreateFacebookPages, "facebook_account[fb_token]", "/body/facebook_account", "fb_token"),
        Validation(
            CreateFacebookPages, "facebook_account[fb_token]", String, "type", "/body/facebook_account/fb_token", good: "T", bad: false),
        Required(CreateFacebookPages, "facebook_account[fb_uid]", "/body/facebook_account", "fb_uid"),
        Validation(CreateFacebookPages, "facebook_account[fb_uid]", String, "type", "/body/facebook_account/fb_uid", good: "1", bad: null),
        Optional(CreateFacebookPages, "facebook_account[location]", "/body/facebook_account/location"),
        Validation(
            CreateFacebookPages,
            "facebook_account[location]",
            Location,
            "enum",
            "/body/facebook_account/location",
            good: "progressMeter",
            bad: "elsewhere"),
        Optional(CreateFacebookPages, "fb_pages", "/body/fb_pages"),
        NestedElements(CreateFacebookPages, "fb_pages", OneFacebookPage),
        RequiredInEach(CreateFacebookPages, "fb_pages", "access_token"),
        ValidationInEach(CreateFacebookPages, "fb_pages", "access_token", String, "type", good: "T", bad: 0),
        RequiredInEach(CreateFacebookPages, "fb_pages", "id"),
        ValidationInEach(CreateFacebookPages, "fb_pages", "id", String, "type", good: "6", bad: 6),
        RequiredInEach(CreateFacebookPages, "fb_pages", "name"),
        ValidationInEach(CreateFacebookPages, "fb_pages", "name", String, "type", good: "Ov_dev_sl_3", bad: new JsonArray("Ov_dev_sl_3")),
        RequiredInEach(CreateFacebookPages, "fb_pages", "picture"),
        ValidationInEach(CreateFacebookPages, "fb_pages", "picture", String, "type", good: "url", bad: null),
        RequiredInEach(CreateFacebookPages, "fb_pages", "is_silhouette"),
        ValidationInEach(CreateFacebookPages, "fb_pages", "is_silhouette", Silhouette, "enum", good: 0, bad: "yes"),
    ];

    /// <summary>For theories: a fact's name, so that the test's name says which row of the pages it is about.</summary>
    public static TheoryData<string> Ids => [.. All.Select(fact => fact.Id)];

    public static DocumentedFact Named(string id) => All.Single(fact => fact.Id == id);

    /// <summary>'Only registered user can perform this action. Authentication - string - required.'</summary>
    private static DocumentedFact RegisteredUser(string operation) =>
        new(operation, Header, FactKind.Required, RuleSource.Stated, null, JsonEdit.None,
            [new("security", $"/header/{Header}", null, JsonEdit.Remove($"/header/{Header}"), Status: 401)]);

    private static DocumentedFact Required(string operation, string parameter, string parent, string name) =>
        new(operation, parameter, FactKind.Required, RuleSource.Stated, null, JsonEdit.None,
            [new("required", parent, name, JsonEdit.Remove($"{parent}/{name}"), Status: 422)]);

    private static DocumentedFact RequiredInEach(string operation, string array, string name) =>
        new(operation, $"{array}[{name}]", FactKind.Required, RuleSource.Stated, null, JsonEdit.None,
            [new("required", $"/body/{array}/*", name, JsonEdit.Remove($"/body/{array}/0/{name}"), Status: 422)]);

    private static DocumentedFact Optional(string operation, string parameter, string place) =>
        new(operation, parameter, FactKind.Optional, RuleSource.Stated, null, JsonEdit.Remove(place), []);

    private static DocumentedFact Validation(
        string operation, string parameter, string sentence, string keyword, string place, JsonNode? good, JsonNode? bad) =>
        new(operation, parameter, FactKind.Validation, RuleSource.Stated, sentence, JsonEdit.Set(place, good),
            [new(keyword, place, null, JsonEdit.Set(place, bad), Status: 422)]);

    private static DocumentedFact ValidationInEach(
        string operation, string array, string name, string sentence, string keyword, JsonNode? good, JsonNode? bad) =>
        new(operation, $"{array}[{name}]", FactKind.Validation, RuleSource.Stated, sentence, JsonEdit.Set($"/body/{array}/0/{name}", good),
            [new(keyword, $"/body/{array}/*/{name}", null, JsonEdit.Set($"/body/{array}/0/{name}", bad), Status: 422)]);

    /// <summary>One sentence, two rules: an array, and of objects.</summary>
    private static DocumentedFact NestedElements(string operation, string array, JsonNode element) =>
        new(operation, array, FactKind.Validation, RuleSource.Stated, Nested, JsonEdit.Set($"/body/{array}/-", element),
        [
            new("type", $"/body/{array}", null, JsonEdit.Set($"/body/{array}", element), Status: 422),
            new("type", $"/body/{array}/*", null, JsonEdit.Set($"/body/{array}/-", "x"), Status: 422),
        ]);
}
