using System.Net;
using System.Text.Json.Nodes;
using SocialContract.ReferenceImpl.Tests.Support;
using static SocialContract.ReferenceImpl.Tests.Support.Bodies;

namespace SocialContract.ReferenceImpl.Tests.Accounts;

public sealed class FacebookPagesTests
{
    [Fact]
    public async Task A_connected_page_has_the_eleven_fields_of_the_documentation()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.User.ConnectFacebookPages(Workspace, "FB_PAGE_UID_3");

        status.ShouldBe(HttpStatusCode.OK);
        answer.ToJsonString().ShouldBe(JsonNode.Parse("""
            {
              "success": true,
              "fb_pages": [
                {
                  "id": 1,
                  "fb_token": "token of FB_PAGE_UID_3",
                  "fb_uid": "FB_PAGE_UID_3",
                  "fb_name": "name of FB_PAGE_UID_3",
                  "facebook_account_id": 1,
                  "created_at": "2024-06-21T06:41:04.966Z",
                  "updated_at": "2024-06-21T06:41:04.966Z",
                  "logo_url": "https://pictures.example/FB_PAGE_UID_3.png",
                  "nickname": "",
                  "connected_teams": null,
                  "is_silhouette": true
                }
              ],
              "message": []
            }
            """)!.ToJsonString());
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public async Task Is_silhouette_is_a_boolean_in_responses_however_it_was_sent(string sent, bool answered)
    {
        await using var server = await TestServer.StartAsync();
        var request = FacebookPages(Personal, "A");
        request["fb_pages"]![0]!["is_silhouette"] = JsonNode.Parse(sent);

        var (_, answer) = await server.User.PostAsync("/api/v3/facebook_pages", request);

        answer["fb_pages"]![0]!["is_silhouette"]!.GetValue<bool>().ShouldBe(answered);
    }

    [Fact]
    public async Task A_request_without_pages_succeeds_and_connects_none()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.User.PostAsync(
            "/api/v3/facebook_pages", JsonNode.Parse("""{"facebook_account": {"fb_token": "T", "fb_uid": "1"}}""")!);

        status.ShouldBe(HttpStatusCode.OK);
        answer.ToJsonString().ShouldBe("""{"success":true,"fb_pages":[],"message":[]}""");
    }

    [Fact]
    public async Task Connecting_again_updates_the_page_and_keeps_its_id()
    {
        await using var server = await TestServer.StartAsync();
        await server.User.ConnectFacebookPages(Personal, "B", "A");
        var again = FacebookPages(Personal, "A");
        again["fb_pages"]![0]!["name"] = "new name";
        again["fb_pages"]![0]!["is_silhouette"] = 0;

        var (_, answer) = await server.User.PostAsync("/api/v3/facebook_pages", again);

        var page = answer["fb_pages"]!.AsArray().ShouldHaveSingleItem()!;
        page.Id().ShouldBe(2);
        page["fb_name"]!.GetValue<string>().ShouldBe("new name");
        page["is_silhouette"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("admin-token")]
    [InlineData("creator-token")]
    [InlineData("user-token")]
    public async Task A_partial_success_connects_free_pages_and_names_the_others(string token)
    {
        await using var server = await TestServer.StartAsync();
        await server.ClientOf(token).ConnectFacebookPages(Personal, "A");

        var (status, answer) = await server.ClientOf(token).ConnectFacebookPages(Workspace, "A", "B");

        status.ShouldBe(HttpStatusCode.OK);
        answer["success"]!.GetValue<bool>().ShouldBeTrue();
        answer["fb_pages"]!.AsArray().ShouldHaveSingleItem()!["fb_uid"]!.GetValue<string>().ShouldBe("B");
        answer.Messages().ShouldBe(
        [
            "Facebook page name of A not conncted. To connect this social media account to your Workspace, "
                + "you must first remove it from your Personal accounts",
        ]);
    }

    [Theory]
    [InlineData("admin-token")]
    [InlineData("creator-token")]
    [InlineData("user-token")]
    public async Task If_no_page_could_be_connected_every_role_gets_success_false_with_status_200(string token)
    {
        await using var server = await TestServer.StartAsync();
        await server.Admin.ConnectFacebookPages(Workspace, "A");

        var (status, answer) = await server.ClientOf(token).ConnectFacebookPages(Personal, "A");

        status.ShouldBe(HttpStatusCode.OK);
        answer["success"]!.GetValue<bool>().ShouldBeFalse();
        answer["fb_pages"]!.AsArray().ShouldBeEmpty();
        answer.Messages().ShouldBe(
        [
            "Facebook page name of A not conncted. To connect this social media account to your Personal, "
                + "you must first remove it from your Workspace accounts",
        ]);
    }

    [Fact]
    public async Task A_page_and_an_Instagram_account_with_the_same_id_are_independent()
    {
        await using var server = await TestServer.StartAsync();
        await server.User.ConnectInstagramAccounts(Personal, "A");

        var (_, answer) = await server.User.ConnectFacebookPages(Workspace, "A");

        answer["success"]!.GetValue<bool>().ShouldBeTrue();
    }
}
