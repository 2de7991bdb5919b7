using System.Net;
using System.Text.Json.Nodes;
using SocialContract.ReferenceImpl.Tests.Support;
using SocialContract.ReferenceImpl.Users;
using static SocialContract.ReferenceImpl.Tests.Support.Bodies;

namespace SocialContract.ReferenceImpl.Tests.Storage;

/// <summary>Many clients request the same account at the same time: one gets it, the others get the documented refusal.</summary>
public sealed class RaceTests
{
    private const int Clients = 32;

    private static readonly RegisteredUser[] Users =
        [.. Enumerable.Range(0, Clients).Select(index => new RegisteredUser(Role.User, $"token-{index}"))];

    [Fact]
    public async Task One_of_many_users_gets_the_Instagram_account_and_the_others_are_refused()
    {
        await using var server = await TestServer.StartAsync(options => options with { Users = Users });
        var clients = Users.Select(user => server.ClientOf(user.Token)).ToList();

        for (var round = 0; round < 10; round++)
        {
            var id = $"contended-{round}";
            var answers = await AtOnce(clients, client => client.ConnectInstagramAccounts(Personal, id));

            ShouldHaveOneWinner(answers, "ig_accounts", $"Instagram account name of {id} not connected.");
        }
    }

    [Fact]
    public async Task One_of_many_users_gets_the_Facebook_page_and_the_others_are_refused()
    {
        await using var server = await TestServer.StartAsync(options => options with { Users = Users });
        var clients = Users.Select(user => server.ClientOf(user.Token)).ToList();

        for (var round = 0; round < 10; round++)
        {
            var id = $"contended-{round}";
            var answers = await AtOnce(clients, client => client.ConnectFacebookPages(Personal, id));

            ShouldHaveOneWinner(answers, "fb_pages", $"Facebook page name of {id} not conncted.");
        }
    }

    [Fact]
    public async Task Admins_and_creators_who_lose_get_the_422_of_their_role()
    {
        RegisteredUser[] users = [.. Users.Select((user, index) => user with { Role = index % 2 == 0 ? Role.Admin : Role.Creator })];
        await using var server = await TestServer.StartAsync(options => options with { Users = users });

        var answers = await AtOnce(
            users,
            async user => (user.Role, Answer: await server.ClientOf(user.Token).ConnectInstagramAccounts(Personal, "A")));

        answers.Count(entry => entry.Answer.Status == HttpStatusCode.OK).ShouldBe(1);
        foreach (var (role, (_, body)) in answers.Where(entry => entry.Answer.Status != HttpStatusCode.OK))
        {
            body["ig_user_id"]![0]!.GetValue<string>()
                .ShouldStartWith(role == Role.Admin ? "To connect this social" : "This social account is already connected");
        }
    }

    [Fact]
    public async Task Two_servers_on_one_file_race_as_two_requests_of_one_server_do()
    {
        using var file = new DatabaseFile();
        await using var first = await TestServer.StartAsync(options => options with { Users = Users, Database = file.Path });
        await using var second = await TestServer.StartAsync(options => options with { Users = Users, Database = file.Path });
        var clients = Users.Select((user, index) => (index % 2 == 0 ? first : second).ClientOf(user.Token)).ToList();

        var answers = await AtOnce(clients, client => client.ConnectInstagramAccounts(Personal, "A"));

        ShouldHaveOneWinner(answers, "ig_accounts", "Instagram account name of A not connected.");
    }

    [Fact]
    public async Task Requests_for_the_same_accounts_in_opposite_order_do_not_deadlock()
    {
        await using var server = await TestServer.StartAsync(options => options with { Users = Users });
        var clients = Users.Select(user => server.ClientOf(user.Token)).ToList();

        var answers = await AtOnce(
            clients.Select((client, index) => (client, index)),
            entry => entry.client.ConnectInstagramAccounts(Personal, entry.index % 2 == 0 ? ["A", "B", "C"] : ["C", "B", "A"]));

        answers.Count(answer => answer.Body["ig_accounts"]!.AsArray().Count == 3).ShouldBe(1);
        answers.Count(answer => answer.Body["ig_accounts"]!.AsArray().Count == 0).ShouldBe(Clients - 1);
    }

    private static void ShouldHaveOneWinner(
        IReadOnlyCollection<(HttpStatusCode Status, JsonNode Body)> answers, string array, string sentence)
    {
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Count(answer => answer.Body["success"]!.GetValue<bool>()).ShouldBe(1);
        answers.Count(answer => answer.Body[array]!.AsArray().Count == 1).ShouldBe(1);
        answers.Where(answer => !answer.Body["success"]!.GetValue<bool>())
            .ShouldAllBe(answer => answer.Body.Messages().Single().StartsWith(sentence, StringComparison.Ordinal));
    }

    /// <summary>Sends one request for each of <paramref name="senders"/>, all of them waiting for the same signal.</summary>
    private static async Task<TAnswer[]> AtOnce<TSender, TAnswer>(IEnumerable<TSender> senders, Func<TSender, Task<TAnswer>> send)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = senders.Select(async sender =>
        {
            await signal.Task;
            return await send(sender);
        }).ToList();

        signal.SetResult();
        return await Task.WhenAll(answers);
    }
}
