namespace SocialContract.MockServer.Tests.Journal;

public sealed class JournalLimitsTests : JournaledMock
{
    [Fact]
    public async Task The_oldest_entries_go_first()
    {
        await StartAsync(3);
        for (var number = 1; number <= 5; number++)
        {
            await Client.GetAsync($"/pets/{number}", Http.Cancelled);
        }

        Mock.Requests.Select(entry => entry.Request.Target).ShouldBe(["/pets/3", "/pets/4", "/pets/5"]);
    }

    [Fact]
    public async Task An_entry_that_was_read_stays_as_it_is_when_its_place_is_taken()
    {
        await StartAsync(1);
        await Post("/pets?first", """{"name":"Rex"}""");
        var first = Mock.Requests.ShouldHaveSingleItem();

        await Post("/pets?second", """{}""");

        first.Request.Target.ShouldBe("/pets?first");
        first.Response!.Status.ShouldBe(201);
        Mock.Requests.ShouldHaveSingleItem().Request.Target.ShouldBe("/pets?second");
    }

    [Fact]
    public async Task Large_bodies_make_room_for_fewer_entries()
    {
        await StartAsync(100);
        var body = $$"""{"name":"{{new string('a', 200 * 1024)}}"}""";
        for (var number = 1; number <= 8; number++)
        {
            await Post($"/pets?number={number}", body);
        }

        // 100 entries may take 1 MiB.
        Mock.Requests.Select(entry => entry.Request.Query).ShouldBe(["number=4", "number=5", "number=6", "number=7", "number=8"]);
        Mock.Requests.ShouldAllBe(entry => entry.Request.Body.Length == body.Length);
    }

    [Fact]
    public async Task Of_a_body_that_is_too_large_only_the_size_is_kept()
    {
        var body = $$"""{"name":"{{new string('a', 300 * 1024)}}"}""";
        await Post("/pets", body);

        var entry = Mock.Requests.ShouldHaveSingleItem();
        entry.Request.Body.IsEmpty.ShouldBeTrue();
        entry.RequestBodySize.ShouldBe(body.Length);
        entry.Operation!.Path.ShouldBe("/pets");
    }

    [Fact]
    public async Task Copies_of_a_secret_in_a_body_that_is_too_large_are_redacted()
    {
        await Post("/login?note=hunter-2000", $$"""{"pin":"hunter-2000","x":"{{new string('a', 300 * 1024)}}"}""");

        Mock.Requests.ShouldHaveSingleItem().Request.Target.ShouldBe("/login?note=(redacted)");
    }

    [Fact]
    public async Task Without_a_journal_there_are_no_entries()
    {
        await StartAsync(0);
        await Client.GetAsync("/pets/7", Http.Cancelled);

        Mock.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_negative_number_of_entries_is_refused() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => StartAsync(-1));

    [Fact]
    public async Task A_body_over_the_limit_is_an_entry_of_its_operation()
    {
        await StartAsync(10, maxBody: 10);
        await Post("/pets", """{"name":"too long"}""");

        var entry = Mock.Requests.ShouldHaveSingleItem();
        entry.Response!.Status.ShouldBe(413);
        entry.Operation!.Path.ShouldBe("/pets");
    }
}
