using System.Text;
using SocialContract.ReferenceImpl;

namespace SocialContract.Verification.Tests.Support;

/// <summary>That the Rails-like server is like Rails: each line was observed on apipie-rails 1.5 and Rails 6.1.</summary>
public sealed class RailsServerFactsTests(RailsServerFactsTests.Rails rails) : IClassFixture<RailsServerFactsTests.Rails>
{
    private const string Accounts = "/api/v3/instagram_accounts";
    private const string Pages = "/api/v3/facebook_pages";
    private const string Account = "\"facebook_account\":{\"fb_token\":\"t\",\"fb_uid\":\"u\"}";
    private const string Form = "application/x-www-form-urlencoded";
    private const string FormAccount = "facebook_account[fb_token]=t&facebook_account[fb_uid]=u";
    private const string First = "ig_accounts[]";
    private const string Page = "\"id\":\"1\",\"name\":\"n\",\"access_token\":\"a\",\"picture\":\"p\"";

    [Theory]
    [InlineData($$"""{{{Account}}}""", 200)]
    [InlineData($$"""{{{Account}},"unknown":1}""", 200)]
    [InlineData("""{"facebook_account":{}}""", 422)]
    [InlineData("""{"facebook_account":[{"fb_token":"t","fb_uid":"u"}]}""", 422)]
    [InlineData("""{"facebook_account":{"fb_token":"  ","fb_uid":"u"}}""", 422)]
    [InlineData("""{"facebook_account":{"fb_token":123,"fb_uid":"u"}}""", 422)]
    [InlineData("""{"facebook_account":{"fb_token":"t","fb_uid":"u","location":"SignUpForm"}}""", 422)]
    [InlineData("""{"facebook_account":{"fb_token":1,"fb_token":"t","fb_uid":"u"}}""", 200)]
    [InlineData("[1]", 422)]
    [InlineData("", 422)]
    [InlineData("{", 400)]
    public async Task Parameters_are_validated_as_apipie_does(string body, int status) =>
        (await SendAsync("POST", Accounts, body)).ShouldBe(status);

    [Theory]
    [InlineData("[]", 422)]
    [InlineData("null", 422)]
    [InlineData("[null]", 422)]
    [InlineData("""["x"]""", 422)]
    [InlineData($$"""{{{Page}},"is_silhouette":true}""", 422)]
    [InlineData($$"""[null,{{{Page}},"is_silhouette":true}]""", 200)]
    [InlineData($$"""[{{{Page}}}]""", 422)]
    [InlineData($$"""[{{{Page}},"is_silhouette":"false"}]""", 200)]
    [InlineData($$"""[{{{Page}},"is_silhouette":0}]""", 200)]
    [InlineData($$"""[{{{Page}},"is_silhouette":"TRUE"}]""", 422)]
    [InlineData($$"""[{{{Page}},"is_silhouette":1.0}]""", 422)]
    [InlineData($$"""[{{{Page}},"is_silhouette":2}]""", 422)]
    public async Task Arrays_hold_objects_and_a_boolean_has_four_forms_and_their_strings(string pages, int status) =>
        (await SendAsync("POST", Pages, $$"""{{{Account}},"fb_pages":{{pages}}}""")).ShouldBe(status);

    [Theory]
    [InlineData("POST", $"{Accounts}/", 200)]
    [InlineData("POST", $"{Accounts}.json", 200)]
    [InlineData("POST", $"{Accounts}?facebook_account[fb_uid]=u", 422)]
    [InlineData("POST", "/api/v3/unknown", 404)]
    [InlineData("PUT", Accounts, 404)]
    [InlineData("DELETE", $"{Accounts}/999999", 404)]
    [InlineData("DELETE", $"{Accounts}/+999999", 404)]
    [InlineData("DELETE", $"{Accounts}/contract-kit", 422)]
    public async Task Requests_are_routed_as_Rails_does_and_the_query_overrides_the_body(string method, string target, int status) =>
        (await SendAsync(method, target, $$"""{{{Account}}}""")).ShouldBe(status);

    [Theory]
    [InlineData(Form, $"{FormAccount}&x[]=1&x[]=2", 200)]
    [InlineData(Form, $"{FormAccount}&{First}[id]=1&{First}[username]=n&{First}[profile_picture_url]=p&{First}[fb_token]=t", 200)]
    [InlineData(Form, $"{FormAccount}&ig_accounts[0][id]=1", 422)]
    [InlineData("text/plain", $$"""{{{Account}}}""", 422)]
    public async Task Forms_are_read_and_other_bodies_are_not_parameters(string type, string body, int status) =>
        (await SendAsync("POST", Accounts, body, type: type)).ShouldBe(status);

    [Theory]
    [InlineData(99, 422)]
    [InlineData(100, 400)]
    public async Task JSON_nests_a_hundred_deep(int arrays, int status) =>
        (await SendAsync("POST", Accounts, $$"""{"deep":{{new string('[', arrays)}}{{new string(']', arrays)}}}""")).ShouldBe(status);

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Bearer unknown")]
    [InlineData("Basic user-token")]
    public async Task The_caller_is_looked_at_before_the_body(string? credentials) =>
        (await SendAsync("POST", Accounts, "{", credentials)).ShouldBe(401);

    private async Task<int> SendAsync(
        string method, string target, string body, string? credentials = "Bearer user-token", string type = "application/json")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(rails.Url, target));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (credentials is not null)
        {
            request.Headers.TryAddWithoutValidation("Authentication", credentials);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>One server for all of them.</summary>
    public sealed class Rails : IAsyncLifetime
    {
        private ReferenceHost _host = null!;

        public Uri Url => _host.Url;

        public async ValueTask InitializeAsync() =>
            _host = await ReferenceHost.StartAsync(new ReferenceOptions { Document = Shipped.Path, Middleware = new RailsServer().Use });

        public ValueTask DisposeAsync() => _host.DisposeAsync();
    }
}
