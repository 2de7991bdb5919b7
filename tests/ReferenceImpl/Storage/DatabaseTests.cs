using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Tests.Support;
using static SocialContract.ReferenceImpl.Tests.Support.Bodies;

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
    public async Task Servers_without_a_file_share_no_data()
    {
        await using var first = await TestServer.StartAsync();
        await using var second = await TestServer.StartAsync();
        await first.Admin.ConnectInstagramAccounts(Workspace, "A");

        (await second.User.ConnectInstagramAccounts(Personal, "A")).Body["success"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_not_changed()
    {
        using var file = new DatabaseFile();
        file.Execute("create table something_else (id integer)");
        var before = File.ReadAllBytes(file.Path);

        Should.Throw<DatabaseUnavailableException>(() => new Database(file.Path))
            .Message.ShouldBe($"The database {file.Path} belongs to another program.");

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
