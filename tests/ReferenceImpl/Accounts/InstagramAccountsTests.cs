using System.Net;
using System.Text.Json.Nodes;
using SocialContract.ReferenceImpl.Tests.Support;
using static SocialContract.ReferenceImpl.Tests.Support.Bodies;

namespace SocialContract.ReferenceImpl.Tests.Accounts;

public sealed class InstagramAccountsTests
{
    [Fact]
    public async Task A_connected_account_has_the_twelve_fields_of_the_page()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.User.ConnectInstagramAccounts(Personal, "17841405902213202");

        status.ShouldBe(HttpStatusCode.OK);
        answer.ToJsonString().ShouldBe(JsonNode.Parse("""
            {
              "success": true,
              "ig_accounts": [
                {
                  "id": 1,
                  "ig_user_id": "17841405902213202",
                  "ig_user_name": "name of 17841405902213202",
                  "ig_profile_picture_url": "https://pictures.example/17841405902213202.png",
                  "facebook_page_id": null,
                  "user_id": 3,
                  "created_at": "2024-06-21T06:41:04.966Z",
                  "updated_at": "2024-06-21T06:41:04.966Z",
                  "nickname": "",
                  "connected_teams": null,
                  "fb_token": "token of 17841405902213202",
                  "facebook_account_id": 1
                }
              ],
              "message": []
            }
            """)!.ToJsonString());
    }

    [Fact]
    public async Task A_request_without_accounts_succeeds_and_connects_none()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.User.PostAsync(
            "/api/v3/instagram_accounts", JsonNode.Parse("""{"facebook_account": {"fb_token": "T", "fb_uid": "1"}}""")!);

        status.ShouldBe(HttpStatusCode.OK);
        answer.ToJsonString().ShouldBe("""{"success":true,"ig_accounts":[],"message":[]}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("signUpForm")]
    [InlineData("guidedWalkthrough")]
    [InlineData("progressMeter")]
    [InlineData("personalSettingsPage")]
    [InlineData("templateBranding")]
    public async Task Any_location_but_the_Workspaces_connects_to_the_callers_Personal(string? location)
    {
        await using var server = await TestServer.StartAsync();

        var (_, answer) = await server.Creator.ConnectInstagramAccounts(location, "A");

        answer["ig_accounts"]![0]!["user_id"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task The_Workspaces_settings_page_connects_to_the_Workspace()
    {
        await using var server = await TestServer.StartAsync();

        var (_, answer) = await server.Creator.ConnectInstagramAccounts(Workspace, "A");

        answer["ig_accounts"]![0]!["user_id"].ShouldBeNull();
    }

    [Theory]
    [InlineData(Personal)]
    [InlineData(Workspace)]
    public async Task Connecting_again_updates_the_account_and_keeps_its_id(string location)
    {
        await using var server = await TestServer.StartAsync();
        var (_, before) = await server.User.ConnectInstagramAccounts(location, "B", "A");
        server.Clock.Step(TimeSpan.FromMinutes(1));
        var again = InstagramAccounts(location, "A");
        again["ig_accounts"]![0]!["username"] = "new name";
        again["ig_accounts"]![0]!["fb_token"] = "new token";
        again["ig_accounts"]![0]!["profile_picture_url"] = "new picture";

        var (status, answer) = await server.User.PostAsync("/api/v3/instagram_accounts", again);

        status.ShouldBe(HttpStatusCode.OK);
        answer["success"]!.GetValue<bool>().ShouldBeTrue();
        answer.Messages().ShouldBeEmpty();
        var account = answer["ig_accounts"]!.AsArray().ShouldHaveSingleItem()!;
        account.Id().ShouldBe(before["ig_accounts"]![1]!.Id());
        account["ig_user_name"]!.GetValue<string>().ShouldBe("new name");
        account["fb_token"]!.GetValue<string>().ShouldBe("new token");
        account["ig_profile_picture_url"]!.GetValue<string>().ShouldBe("new picture");
        account["created_at"]!.GetValue<string>().ShouldBe("2024-06-21T06:41:04.966Z");
        account["updated_at"]!.GetValue<string>().ShouldBe("2024-06-21T06:42:04.966Z");
    }

    [Fact]
    public async Task An_account_that_appears_twice_in_a_request_is_one_account()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.User.ConnectInstagramAccounts(Personal, "A", "A");

        status.ShouldBe(HttpStatusCode.OK);
        answer["ig_accounts"]!.AsArray().Select(account => account!.Id()).Distinct().ShouldBe([1]);
    }

    [Fact]
    public async Task A_user_gets_success_false_if_the_Workspace_has_the_account()
    {
        await using var server = await TestServer.StartAsync();
        await server.Admin.ConnectInstagramAccounts(Workspace, "A");

        var (status, answer) = await server.User.ConnectInstagramAccounts(Personal, "A");

        status.ShouldBe(HttpStatusCode.OK);
        answer["success"]!.GetValue<bool>().ShouldBeFalse();
        answer["ig_accounts"]!.AsArray().ShouldBeEmpty();
        answer.Messages().ShouldBe(
        [
            "Instagram account name of A not connected. To connect this social media account to your Personal, "
                + "you must first remove it from your Workspace accounts",
        ]);
    }

    [Fact]
    public async Task An_admin_gets_the_422_of_admins_if_the_Workspace_has_the_account()
    {
        await using var server = await TestServer.StartAsync();
        await server.Admin.ConnectInstagramAccounts(Workspace, "A");

        var (status, answer) = await server.Admin.ConnectInstagramAccounts(Personal, "A");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.ToJsonString().ShouldBe(
            "{\"ig_user_id\":[\"To connect this social media account to your Personal, "
                + "you must first remove it from your Workspace accounts\"]}");
    }

    [Fact]
    public async Task A_creator_gets_the_422_of_creators_if_the_Workspace_has_the_account()
    {
        await using var server = await TestServer.StartAsync();
        await server.Admin.ConnectInstagramAccounts(Workspace, "A");

        var (status, answer) = await server.Creator.ConnectInstagramAccounts(Personal, "A");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer["ig_user_id"]!.AsArray().Select(sentence => sentence!.GetValue<string>()).ShouldBe(
            ["This social account is already connected to your Workspace! Please ask admin@example.com for access"]);
    }

    [Fact]
    public async Task A_creator_whose_own_Personal_has_the_account_is_advised_to_remove_it()
    {
        await using var server = await TestServer.StartAsync();
        await server.Creator.ConnectInstagramAccounts(Personal, "A");

        var (status, answer) = await server.Creator.ConnectInstagramAccounts(Workspace, "A");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer["ig_user_id"]![0]!.GetValue<string>().ShouldBe(
            "To connect this social media account to your Workspace, you must first remove it from your Personal accounts");
    }

    [Fact]
    public async Task An_account_in_a_users_Personal_cannot_be_connected_to_the_Workspace()
    {
        await using var server = await TestServer.StartAsync();
        await server.User.ConnectInstagramAccounts(Personal, "A");

        var (_, answer) = await server.User.ConnectInstagramAccounts(Workspace, "A");

        answer["success"]!.GetValue<bool>().ShouldBeFalse();
        answer.Messages().ShouldBe(
        [
            "Instagram account name of A not connected. To connect this social media account to your Workspace, "
                + "you must first remove it from your Personal accounts",
        ]);
    }

    [Fact]
    public async Task An_account_in_a_users_Personal_cannot_be_connected_by_another_user()
    {
        await using var server = await TestServer.StartAsync();
        await server.Creator.ConnectInstagramAccounts(Personal, "A");

        var (_, answer) = await server.User.ConnectInstagramAccounts(Personal, "A");

        answer["success"]!.GetValue<bool>().ShouldBeFalse();
        answer.Messages().ShouldBe(
        [
            "Instagram account name of A not connected. To connect this social media account to your Personal, "
                + "you must first remove it from another user's Personal accounts",
        ]);
    }

    [Theory]
    [InlineData("admin-token")]
    [InlineData("creator-token")]
    [InlineData("user-token")]
    public async Task After_a_partial_success_every_role_gets_the_accounts_and_a_message_for_each_refused_one(string token)
    {
        await using var server = await TestServer.StartAsync();
        await server.Admin.ConnectInstagramAccounts(Workspace, "A", "B");

        var (status, answer) = await server.ClientOf(token).ConnectInstagramAccounts(Personal, "A", "C", "B");

        status.ShouldBe(HttpStatusCode.OK);
        answer["success"]!.GetValue<bool>().ShouldBeTrue();
        answer["ig_accounts"]!.AsArray().ShouldHaveSingleItem()!["ig_user_id"]!.GetValue<string>().ShouldBe("C");
        answer.Messages().ShouldBe(
        [
            "Instagram account name of A not connected. To connect this social media account to your Personal, "
                + "you must first remove it from your Workspace accounts",
            "Instagram account name of B not connected. To connect this social media account to your Personal, "
                + "you must first remove it from your Workspace accounts",
        ]);
    }

    [Fact]
    public async Task One_sentence_is_enough_for_several_accounts_refused_for_the_same_reason()
    {
        await using var server = await TestServer.StartAsync();
        await server.Admin.ConnectInstagramAccounts(Workspace, "A", "B");

        var (_, answer) = await server.Admin.ConnectInstagramAccounts(Personal, "A", "B");

        answer["ig_user_id"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_account_stays_as_it_was()
    {
        await using var server = await TestServer.StartAsync();
        await server.Admin.ConnectInstagramAccounts(Workspace, "A");
        var refused = InstagramAccounts(Personal, "A");
        refused["ig_accounts"]![0]!["username"] = "another name";
        await server.User.PostAsync("/api/v3/instagram_accounts", refused);

        var (_, answer) = await server.User.ConnectInstagramAccounts(Personal, "A");

        answer.Messages().ShouldHaveSingleItem().ShouldStartWith("Instagram account name of A not connected.");
    }

    [Fact]
    public async Task A_deleted_account_is_free_for_any_place_and_gets_a_new_id()
    {
        await using var server = await TestServer.StartAsync();
        var (_, connected) = await server.Admin.ConnectInstagramAccounts(Workspace, "A");
        await server.Admin.DeleteInstagramAccount(connected["ig_accounts"]![0]!.Id());

        var (_, answer) = await server.User.ConnectInstagramAccounts(Personal, "A");

        answer["ig_accounts"]![0]!.Id().ShouldBe(2);
    }

    [Theory]
    [InlineData("name", "Ünïcode ✓ 名前 😀")]
    [InlineData("markup", "<script>alert('&amp;')</script>")]
    [InlineData("quotes", "\"; drop table instagram_accounts; --")]
    [InlineData("zero", "a\0b")]
    [InlineData("empty", "")]
    public async Task Names_come_back_as_they_were_sent(string id, string name)
    {
        await using var server = await TestServer.StartAsync();
        var request = InstagramAccounts(Personal, id);
        request["ig_accounts"]![0]!["username"] = name;

        var (_, answer) = await server.User.PostAsync("/api/v3/instagram_accounts", request);

        answer["ig_accounts"]![0]!["ig_user_name"]!.GetValue<string>().ShouldBe(name);
    }
}
