using System.Net;
using System.Text.Json.Nodes;

namespace SocialContract.MockServer.Tests.State;

/// <summary>A document with wrappers, UUIDs and nested collections; and the shipped one, which creates several things at once.</summary>
public sealed class NestedStateTests
{
    [Fact]
    public async Task A_document_without_examples_begins_with_nothing()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Accounts);

        (await mock.Send("GET", "/accounts")).Body.ShouldBeJson("""{"data": [], "meta": {"total": 0, "has_more": false}}""");
    }

    [Fact]
    public async Task A_thing_in_a_wrapper_is_kept()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Accounts);

        var created = await Create(mock, "Ann");
        var id = Id(created);

        created["account"]!["name"]!.GetValue<string>().ShouldBe("Ann");
        (await mock.Send("GET", $"/accounts/{id}")).Body.ShouldBeJson(created.ToJsonString());
        (await mock.Send("GET", "/accounts")).Body!["data"]!.AsArray().Single().ShouldBeJson(created["account"]!.ToJsonString());
    }

    [Fact]
    public async Task Ids_are_UUIDs_where_the_document_wants_them_and_the_same_in_every_run()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var mock = await StatefulMock.Of(StateDocuments.Accounts);
            runs.Add($"{Id(await Create(mock, "Ann"))} {Id(await Create(mock, "Bea"))}");
        }

        runs[0].ShouldBe(runs[1]);
        runs[0].Split(' ').Distinct().Count(text => Guid.TryParse(text, out _)).ShouldBe(2);
    }

    [Fact]
    public async Task A_list_has_pages_and_its_members_count()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Accounts);
        foreach (var name in (string[])["Ann", "Bea", "Cat"])
        {
            await Create(mock, name);
        }

        var first = (await mock.Send("GET", "/accounts")).Body!;
        var last = (await mock.Send("GET", "/accounts?offset=2")).Body!;

        Names(first).ShouldBe(["Ann", "Bea"]);
        first["meta"].ShouldBeJson("""{"total": 3, "has_more": true}""");
        Names(last).ShouldBe(["Cat"]);
        last["meta"].ShouldBeJson("""{"total": 3, "has_more": false}""");
    }

    [Fact]
    public async Task An_unknown_id_gets_problem_details_where_the_document_has_no_404()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Accounts);

        var answer = await mock.Send("GET", "/accounts/00000000-0000-4000-8000-000000000000");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Body!["detail"]!.GetValue<string>().ShouldContain("The document describes no 404 for it.");
    }

    [Fact]
    public async Task Each_thing_has_its_own_nested_collection()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Accounts);
        var (ann, bea) = (Id(await Create(mock, "Ann")), Id(await Create(mock, "Bea")));

        var post = await mock.Send("POST", $"/accounts/{ann}/posts", """{"text": "Hi"}""");
        var id = post.Body!["id"]!.GetValue<string>();

        (await mock.Send("GET", $"/accounts/{ann}/posts")).Body.ShouldBeJson($$"""[{"id": "{{id}}", "text": "Hi"}]""");
        (await mock.Send("GET", $"/accounts/{ann}/posts/{id}")).Body.ShouldBeJson($$"""{"id": "{{id}}", "text": "Hi"}""");
        (await mock.Send("GET", $"/accounts/{bea}/posts")).Body.ShouldBeJson("[]");
        (await mock.Send("GET", $"/accounts/{bea}/posts/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_below_a_deleted_thing_is_gone()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Accounts);
        var ann = Id(await Create(mock, "Ann"));
        await mock.Send("POST", $"/accounts/{ann}/posts", """{"text": "Hi"}""");

        var deleted = await mock.Send("DELETE", $"/accounts/{ann}");

        deleted.Body!["account"]!["name"]!.GetValue<string>().ShouldBe("Ann");
        (await mock.Send("GET", $"/accounts/{ann}/posts")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_shipped_document_deletes_what_it_created_and_nothing_else()
    {
        await using var mock = await StatefulMock.OfShipped();

        var created = await mock.Send("POST", "/api/v3/instagram_accounts", ShippedMock.DocumentedBody);

        created.Body!["ig_accounts"]![0]!["id"]!.GetValue<int>().ShouldBe(7586);
        (await mock.Send("DELETE", "/api/v3/instagram_accounts/7586")).Body.ShouldBeJson(
            """{"success": true, "instagram_account_id": 7586}""");
        (await mock.Send("DELETE", "/api/v3/instagram_accounts/7586")).Body.ShouldBeJson("""{"error": "Instagram account not found"}""");
        (await mock.Send("DELETE", "/api/v3/instagram_accounts/8")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mock.Send("DELETE", "/api/v3/instagram_accounts/1")).Status.ShouldBe(HttpStatusCode.OK);
        var again = await mock.Send("POST", "/api/v3/instagram_accounts", ShippedMock.DocumentedBody);
        again.Body!["ig_accounts"]![0]!["id"]!.GetValue<int>().ShouldBe(7587);
    }

    private static async Task<JsonNode> Create(StatefulMock mock, string name)
    {
        var created = await mock.Send("POST", "/accounts", $$$"""{"account": {"name": "{{{name}}}"}}""");
        created.Status.ShouldBe(HttpStatusCode.Created);
        return created.Body!;
    }

    private static string Id(JsonNode created) => created["account"]!["id"]!.GetValue<string>();

    private static IEnumerable<string> Names(JsonNode list) =>
        list["data"]!.AsArray().Select(account => account!["name"]!.GetValue<string>());
}
