using System.Net;
using SocialContract.ReferenceImpl.Tests.Support;
using static SocialContract.ReferenceImpl.Tests.Support.Bodies;

namespace SocialContract.ReferenceImpl.Tests.Accounts;

public sealed class DeletingTests
{
    [Fact]
    public async Task Deleting_returns_the_id_and_removes_the_account()
    {
        await using var server = await TestServer.StartAsync();
        await server.User.ConnectInstagramAccounts(Personal, "A");

        var (status, answer) = await server.User.DeleteInstagramAccount(1);
        var (again, _) = await server.User.DeleteInstagramAccount(1);

        status.ShouldBe(HttpStatusCode.OK);
        answer.ToJsonString().ShouldBe("""{"success":true,"instagram_account_id":1}""");
        again.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("7586")]
    [InlineData("-1")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("123456789012345678901234567890")]
    public async Task An_unknown_id_is_not_found(string id)
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.Admin.DeleteInstagramAccount(id);

        status.ShouldBe(HttpStatusCode.NotFound);
        answer.ToJsonString().ShouldBe("""{"error":"Instagram account not found"}""");
    }

    [Theory]
    [InlineData(Personal)]
    [InlineData(Workspace)]
    public async Task An_account_of_another_user_is_not_found_and_stays(string location)
    {
        await using var server = await TestServer.StartAsync();
        await server.Creator.ConnectInstagramAccounts(location, "A");

        var (status, _) = await server.User.DeleteInstagramAccount(1);
        var (byItsOwner, _) = await server.Creator.DeleteInstagramAccount(1);

        status.ShouldBe(HttpStatusCode.NotFound);
        byItsOwner.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Personal)]
    [InlineData(Workspace)]
    public async Task An_admin_may_delete_any(string location)
    {
        await using var server = await TestServer.StartAsync();
        await server.User.ConnectInstagramAccounts(location, "A");

        var (status, _) = await server.Admin.DeleteInstagramAccount(1);

        status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_id_that_is_not_an_integer_is_refused_in_the_pages_words()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.User.DeleteInstagramAccount("word");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.ToJsonString().ShouldBe("""{"id":["Must be a Integer"]}""");
    }
}
