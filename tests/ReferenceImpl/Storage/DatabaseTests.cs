using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Tests.Hosting;
using static SocialContract.ReferenceImpl.Tests.Hosting.Bodies;

namespace SocialContract.ReferenceImpl.Tests.Storage;

public sealed class DatabaseTests
{
    [Fact]
    public async Task A_server_on_the_file_of_an_earlier_one_has_its_accounts()
    {
        using var file = new DatabaseFile();
        await using (var earlier = await TestServer.StartAsync(options => options with { Database = file.Path }))
        {
            await earlier.Admin.ConnectInstagramAccounts(Workspace, "A");
        }

        await using var later = await TestServer.StartAsync(options => options with { Database = file.Path });

        (await later.User.ConnectInstagramAccounts(Personal, "A")).Body["success"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Servers_without_a_file_know_nothing_of_each_other()
    {
        await using var first = await TestServer.StartAsync();
        await using var second = await TestServer.StartAsync();
        await first.Admin.ConnectInstagramAccounts(Workspace, "A");

        (await second.User.ConnectInstagramAccounts(Personal, "A")).Body["success"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void A_database_of_something_else_is_refused_and_stays_as_it_was()
    {
        using var file = new DatabaseFile();
        file.Execute("create table something_else (id integer)");
        var before = File.ReadAllBytes(file.Path);

        Should.Throw<DatabaseUnavailableException>(() => new Database(file.Path)).Message.ShouldStartWith($"--database {file.Path} is the database of another application");

        File.ReadAllBytes(file.Path).ShouldBe(before);
        file.Count("something_else").ShouldBe(0);
    }

    [Fact]
    public async Task Every_commit_is_written_through_to_the_disk()
    {
        using var file = new DatabaseFile();
        using var database = new Database(file.Path);
        using var transaction = await database.BeginAsync(TestContext.Current.CancellationToken);

        transaction.Row<string>("pragma journal_mode", new { }).ShouldBe("wal");
        transaction.Row<int>("pragma synchronous", new { }).ShouldBe(2);
    }
}
