using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SocialContract.ReferenceImpl.Tests.Support;
using static SocialContract.ReferenceImpl.Tests.Support.Bodies;

namespace SocialContract.ReferenceImpl.Tests.ProviderStates;

public sealed class ProviderStatesTests
{
    private static readonly Uri Endpoint = new("/_contract/provider-states", UriKind.Relative);

    [Fact]
    public async Task A_clean_slate_has_no_accounts()
    {
        await using var server = await TestServer.StartAsync();
        await server.Admin.ConnectInstagramAccounts(Workspace, "A");
        await server.Admin.ConnectFacebookPages(Workspace, "A");

        await server.User.SetUp("a clean slate");

        (await server.User.ConnectInstagramAccounts(Personal, "A")).Body["success"]!.GetValue<bool>().ShouldBeTrue();
        (await server.User.ConnectFacebookPages(Personal, "A")).Body["success"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("creator")]
    [InlineData("user")]
    public async Task An_Instagram_account_exists_with_the_given_id_and_owner(string owner)
    {
        await using var server = await TestServer.StartAsync();

        await server.User.SetUp("an Instagram account exists", new { id = 7586, owner });

        (await server.ClientOf($"{owner}-token").DeleteInstagramAccount(7586)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_Instagram_account_that_exists_has_no_other_owner()
    {
        await using var server = await TestServer.StartAsync();

        await server.User.SetUp("an Instagram account exists", new { id = 1, owner = "creator" });

        (await server.User.DeleteInstagramAccount(1)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_state_may_be_set_up_twice()
    {
        await using var server = await TestServer.StartAsync();
        await server.User.ConnectInstagramAccounts(Personal, "A");

        await server.User.SetUp("an Instagram account exists", new { id = 1, owner = "creator" });
        await server.User.SetUp("an Instagram account exists", new { id = 1, owner = "user" });

        (await server.User.DeleteInstagramAccount(1)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Accounts_connected_after_a_state_get_new_ids()
    {
        await using var server = await TestServer.StartAsync();
        await server.User.SetUp("an Instagram account exists", new { id = int.MaxValue, owner = "user" });

        var (_, answer) = await server.User.ConnectInstagramAccounts(Personal, "A");

        answer["ig_accounts"]![0]!.Id().ShouldBe(int.MaxValue + 1L);
    }

    [Fact]
    public async Task An_Instagram_account_is_connected_to_the_Workspace_even_if_it_was_elsewhere()
    {
        await using var server = await TestServer.StartAsync();
        await server.User.ConnectInstagramAccounts(Personal, "A");

        await server.User.SetUp("an Instagram account is connected to the Workspace", new { uid = "A", name = "IG_NAME" });

        (await server.User.ConnectInstagramAccounts(Personal, "A"))
            .Body.Messages()
            .ShouldHaveSingleItem()
            .ShouldContain("from your Workspace");
    }

    [Fact]
    public async Task An_Instagram_account_is_connected_to_its_owners_Personal()
    {
        await using var server = await TestServer.StartAsync();

        await server.User.SetUp("an Instagram account is connected to Personal", new { uid = "A", name = "IG_NAME", owner = "user" });

        (await server.User.ConnectInstagramAccounts(Workspace, "A"))
            .Body.Messages()
            .ShouldHaveSingleItem()
            .ShouldContain("from your Personal");
    }

    [Fact]
    public async Task A_Facebook_page_is_connected_to_the_Workspace()
    {
        await using var server = await TestServer.StartAsync();

        await server.User.SetUp("a Facebook page is connected to the Workspace", new { uid = "A", name = "NAME" });

        (await server.User.ConnectFacebookPages(Personal, "A")).Body.Messages().ShouldHaveSingleItem().ShouldContain("from your Workspace");
    }

    [Fact]
    public async Task A_Facebook_page_is_connected_to_its_owners_Personal()
    {
        await using var server = await TestServer.StartAsync();

        await server.User.SetUp("a Facebook page is connected to Personal", new { uid = "A", name = "NAME", owner = "user" });

        (await server.User.ConnectFacebookPages(Workspace, "A")).Body.Messages().ShouldHaveSingleItem().ShouldContain("from your Personal");
    }

    [Fact]
    public async Task Several_states_hold_at_once()
    {
        await using var server = await TestServer.StartAsync();

        await server.User.SetUp("an Instagram account exists", new { id = 1, owner = "user" });
        await server.User.SetUp("an Instagram account is connected to the Workspace", new { uid = "A", name = "NAME" });

        (await server.User.ConnectInstagramAccounts(Personal, "A")).Body["success"]!.GetValue<bool>().ShouldBeFalse();
        (await server.User.DeleteInstagramAccount(1)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tearing_a_state_down_leaves_a_clean_slate()
    {
        await using var server = await TestServer.StartAsync();
        await server.User.SetUp("an Instagram account is connected to the Workspace", new { uid = "A", name = "NAME" });

        using var response = await server.User.PostAsync(
            Endpoint,
            JsonContent.Create(new { state = "an Instagram account is connected to the Workspace", action = "teardown" }),
            TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await server.User.ConnectInstagramAccounts(Personal, "A")).Body["success"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Every_state_of_the_document_is_known()
    {
        await using var server = await TestServer.StartAsync();

        var detail = await Refusal(server, """{"state": "the moon is full"}""");

        detail.ShouldBe(
            "The state 'the moon is full' is unknown. The states are: a Facebook page is connected to Personal; "
                + "a Facebook page is connected to the Workspace; "
            + "a clean slate; an Instagram account exists; an Instagram account is connected to Personal; "
            + "an Instagram account is connected to the Workspace.");
        TestServer.Contract.ProviderStates.ShouldAllBe(state => detail.Contains(state.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"state": null}""")]
    [InlineData("""{"state": "a clean slate", "action": "explode"}""")]
    [InlineData("""{"state": "a clean slate", "action": 0}""")]
    [InlineData("""{"state": "a clean slate" """)]
    public async Task A_body_of_another_shape_is_refused_with_the_shape(string body)
    {
        await using var server = await TestServer.StartAsync();

        (await Refusal(server, body))
            .ShouldStartWith("""The body must be {"state": "…", "params": {…}, "action": "setup" or "teardown"}: """);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"id": 1}""")]
    [InlineData("""{"id": "1", "owner": "user"}""")]
    [InlineData("""{"id": 12345678901234567890, "owner": "user"}""")]
    [InlineData("""{"id": 1, "owner": "emperor"}""")]
    [InlineData("""{"id": 1, "owner": 7}""")]
    public async Task Params_of_another_shape_are_refused_with_their_names(string parameters)
    {
        await using var server = await TestServer.StartAsync();

        var detail = await Refusal(server, $$"""{"state": "an Instagram account exists", "params": {{parameters}}}""");

        detail.ShouldStartWith("The state 'an Instagram account exists' needs the params id, owner: ");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var server = await TestServer.StartAsync(options => options with { MaxBodyBytes = 100 });

        using var response = await server.User.PostAsync(
            Endpoint, JsonContent.Create(new { state = new string('x', 100) }), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task The_endpoint_exists_only_with_the_option()
    {
        await using var server = await TestServer.StartAsync(options => options with { ProviderStates = false });

        using var response = await server.User.PostAsync(
            Endpoint, JsonContent.Create(new { state = "a clean slate" }), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> Refusal(TestServer server, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.User.PostAsync(Endpoint, content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonNode.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"]!.GetValue<string>();
    }
}
