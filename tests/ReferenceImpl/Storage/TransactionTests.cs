using System.Net;
using System.Net.Http.Json;
using SocialContract.ReferenceImpl.Tests.Support;
using static SocialContract.ReferenceImpl.Tests.Support.Bodies;

namespace SocialContract.ReferenceImpl.Tests.Storage;

/// <summary>Either all accounts of a request are written, or none.</summary>
public sealed class TransactionTests
{
    [Theory]
    [InlineData("/api/v3/instagram_accounts", "instagram_accounts", "ig_user_id")]
    [InlineData("/api/v3/facebook_pages", "facebook_pages", "fb_uid")]
    public async Task A_failure_in_the_middle_of_a_request_leaves_no_data(string path, string table, string uid)
    {
        using var file = new DatabaseFile();
        await using var server = await TestServer.StartAsync(options => options with { Database = file.Path });
        file.Execute($"""
            create trigger fault before insert on {table} when new.{uid} = 'FAULT'
            begin select raise(abort, 'a fault of the disk, say'); end
            """);
        var body = table == "facebook_pages" ? FacebookPages(Personal, "A", "FAULT", "B") : InstagramAccounts(Personal, "A", "FAULT", "B");
        // The client of this test does not check responses: no document describes errors of the server itself.
        using var client =
            new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { { "Authentication", "Bearer user-token" } } };

        using var response = await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("fault of the disk");
        file.Count(table).ShouldBe(0);
        file.Count("facebook_accounts").ShouldBe(0);
    }

    [Fact]
    public async Task After_a_failure_the_next_request_is_served()
    {
        using var file = new DatabaseFile();
        await using var server = await TestServer.StartAsync(options => options with { Database = file.Path });
        file.Execute(
            "create trigger fault before insert on instagram_accounts when new.ig_user_id = 'FAULT' begin select raise(abort, 'no'); end");
        using var client =
            new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { { "Authentication", "Bearer user-token" } } };
        using var failed = await client.PostAsJsonAsync(
            "/api/v3/instagram_accounts", InstagramAccounts(Personal, "FAULT"), TestContext.Current.CancellationToken);

        var (status, _) = await server.User.ConnectInstagramAccounts(Personal, "A");

        status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("admin-token")]
    [InlineData("creator-token")]
    [InlineData("user-token")]
    public async Task A_request_that_connects_no_account_writes_nothing(string token)
    {
        using var file = new DatabaseFile();
        await using var server = await TestServer.StartAsync(options => options with
        {
            Database = file.Path,
            Users = [new(Users.Role.Admin, "workspace-token"), new(Users.Role.Admin, "admin-token")],
        });
        await server.ClientOf("workspace-token").ConnectInstagramAccounts(Workspace, "A");

        await server.ClientOf(token).ConnectInstagramAccounts(Personal, "A");

        file.Count("facebook_accounts").ShouldBe(1);
    }
}
