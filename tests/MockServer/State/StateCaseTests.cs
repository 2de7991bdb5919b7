using System.Net;

namespace SocialContract.MockServer.Tests.State;

/// <summary>Operations below items, JSON Patch, what is created with defaults and chosen keys, cursors.</summary>
public sealed class StateCaseTests
{
    private static readonly (string, string) JsonPatch = ("Content-Type", "application/json-patch+json");

    [Fact]
    public async Task State_answers_in_place_of_a_server_that_is_down()
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text, server: new Uri("http://127.0.0.1:1"));

        await mock.Send("POST", "/todos", """{"id": "t9", "title": "Nine"}""");
        var read = await mock.Send("GET", "/todos/t9");

        read.Body!["title"]!.GetValue<string>().ShouldBe("Nine");
        read.Origin.ShouldNotBeNull().ShouldMatch("^state;.*;proxy=down$");
    }

    [Theory]
    [InlineData("GET", "/todos/zzz/settings")]
    [InlineData("POST", "/todos/zzz/complete")]
    public async Task What_is_below_an_unknown_item_gets_the_documented_404(string method, string path)
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text);

        (await mock.Send(method, path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_below_a_known_item_is_the_contracts_or_shows_the_item()
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text);

        (await mock.Send("GET", "/todos/t2/settings")).Body.ShouldBeJson("""{"colour": "red"}""");
        (await mock.Send("POST", "/todos/t2/complete")).Body.ShouldBeJson("""{"id": "t2", "title": "Two"}""");
    }

    [Fact]
    public async Task A_JSON_Patch_is_applied()
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text);

        var changed = await mock.Send(
            "PATCH",
            "/todos/t2",
            """
            [{"op": "test", "path": "/title", "value": "Two"}, {"op": "copy", "from": "/title", "path": "/note"},
             {"op": "replace", "path": "/title", "value": "Deux"}, {"op": "add", "path": "/rank", "value": 5}]
            """,
            JsonPatch);

        changed.Body.ShouldBeJson("""{"id": "t2", "title": "Deux", "note": "Two", "rank": 5}""");
        (await mock.Send("GET", "/todos/t2")).Body.ShouldBeJson(changed.Body!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"op": "test", "path": "/title", "value": "One"}""", "/title has another value")]
    [InlineData("""{"op": "remove", "path": "/none"}""", "/none is not there")]
    [InlineData("""{"op": "move", "from": "", "path": "/a"}""", "it moves a value into itself")]
    [InlineData("""{"op": "turn", "path": ""}""", "its \"op\" is none of add, remove, replace, move, copy and test")]
    public async Task A_JSON_Patch_that_cannot_be_done_changes_nothing_and_says_why(string operation, string reason)
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text);

        var answer = await mock.Send(
            "PATCH", "/todos/t2", $$"""[{"op": "add", "path": "/note", "value": "New"}, {{operation}}]""", JsonPatch);

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Body!["detail"]!.GetValue<string>().ShouldContain(reason);
        (await mock.Send("GET", "/todos/t2")).Body.ShouldBeJson("""{"id": "t2", "title": "Two"}""");
    }

    [Fact]
    public async Task What_was_not_sent_has_its_default_or_is_left_out_unless_the_server_sets_it()
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text);

        (await mock.Send("POST", "/todos", """{"id": "t9", "title": "Nine"}""")).Body
            .ShouldBeJson("""{"id": "t9", "title": "Nine", "rank": 3, "created": "today"}""");
    }

    [Fact]
    public async Task A_chosen_key_that_is_taken_gets_the_documented_409()
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text);

        (await mock.Send("POST", "/todos", """{"id": "t2", "title": "Again"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_member_named_like_the_parents_parameter_has_the_parents_id()
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text);

        (await mock.Send("POST", "/todos/t2/notes", """{"text": "Hi"}""")).Body!["todo_id"]!.GetValue<string>().ShouldBe("t2");
    }

    [Fact]
    public async Task The_log_names_the_operations_whose_writes_are_not_kept()
    {
        var log = new RecordedLog();
        await using var mock = await StatefulMock.Of(TodoDocument.Text, log);

        log.Texts.ShouldContain(text => text.StartsWith(
            "Nothing is kept of what these operations write: POST /todos/{id}/complete ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_with_a_cursor_is_shown_whole()
    {
        await using var mock = await StatefulMock.Of(TodoDocument.Text);

        (await mock.Send("GET", "/todos?limit=1")).Body.ShouldBeJson(
            """
            {"items": [{"id": "t1", "title": "One", "note": "Call", "rank": 7, "created": "today"}, {"id": "t2", "title": "Two"}],
             "has_more": false, "next_cursor": null}
            """);
    }
}
