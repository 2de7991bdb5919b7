using System.Net;

namespace SocialContract.MockServer.Tests.State;

/// <summary>A document with bare objects and lists.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task The_list_begins_with_the_elements_of_the_documents_example()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        var answer = await mock.Send("GET", "/pets");

        answer.Body.ShouldBeJson("""[{"id": 1, "name": "Rex", "tag": "dog"}, {"id": 2, "name": "Tom"}]""");
        answer.Origin.ShouldNotBeNull().ShouldStartWith("state;from=example;source=");
    }

    [Fact]
    public async Task What_was_created_is_shown_with_a_fresh_id_and_found_by_it()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        var created = await mock.Send("POST", "/pets", """{"name": "Kit", "secret": "s"}""");
        var read = await mock.Send("GET", "/pets/3");
        var list = await mock.Send("GET", "/pets");

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Location.ShouldBe("/pets/3");
        created.Body.ShouldBeJson("""{"id": 3, "name": "Kit"}""");
        read.Body.ShouldBeJson("""{"id": 3, "name": "Kit"}""");
        list.Body!.AsArray().Select(pet => pet!["id"]!.GetValue<int>()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task An_unknown_id_gets_the_documented_404()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        var answer = await mock.Send("GET", "/pets/99");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Body.ShouldBeJson("""{"error": "no such pet"}""");
        answer.Origin.ShouldNotBeNull().ShouldStartWith("state;from=example;");
    }

    [Fact]
    public async Task PUT_replaces_all_that_requests_can_give()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        var changed = await mock.Send("PUT", "/pets/1", """{"name": "Max"}""");

        changed.Body.ShouldBeJson("""{"id": 1, "name": "Max"}""");
        (await mock.Send("GET", "/pets/1")).Body.ShouldBeJson("""{"id": 1, "name": "Max"}""");
    }

    [Fact]
    public async Task PATCH_changes_the_members_that_it_names_and_a_merge_patch_removes_those_that_it_makes_null()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        (await mock.Send("PATCH", "/pets/1", """{"name": "Max"}""")).Body.ShouldBeJson("""{"id": 1, "name": "Max", "tag": "dog"}""");
        (await mock.Send("PATCH", "/pets/1", """{"tag": null}""", ("Content-Type", "application/merge-patch+json"))).Body
            .ShouldBeJson("""{"id": 1, "name": "Max"}""");
    }

    [Fact]
    public async Task A_null_in_a_PATCH_of_plain_JSON_is_the_value_of_a_member_that_may_be_null()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        (await mock.Send("PATCH", "/pets/1", """{"tag": null}""")).Body.ShouldBeJson("""{"id": 1, "name": "Rex", "tag": null}""");
    }

    [Fact]
    public async Task A_patch_that_the_document_does_not_allow_to_be_shown_changes_nothing()
    {
        var log = new RecordedLog();
        await using var mock = await StatefulMock.Of(StateDocuments.Pets, log);

        (await mock.Send("PATCH", "/pets/2", """{"name": 7}""")).Status.ShouldBe(HttpStatusCode.OK);

        (await mock.Send("GET", "/pets/2")).Body.ShouldBeJson("""{"id": 2, "name": "Tom"}""");
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_its_id_is_not_given_again()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);
        await mock.Send("POST", "/pets", """{"name": "Kit"}""");

        (await mock.Send("DELETE", "/pets/3")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await mock.Send("GET", "/pets/3")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mock.Send("DELETE", "/pets/3")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mock.Send("POST", "/pets", """{"name": "Kat"}""")).Body!["id"]!.GetValue<int>().ShouldBe(4);
    }

    [Fact]
    public async Task An_invalid_request_is_refused_and_changes_nothing()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        (await mock.Send("POST", "/pets", """{"name": ""}""")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await mock.Send("GET", "/pets")).Body!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_preferred_response_is_the_contracts()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);
        await mock.Send("DELETE", "/pets/1");

        var answer = await mock.Send("GET", "/pets/1", null, ("Prefer", "code=200"));

        answer.Body.ShouldBeJson("""{"id": 1, "name": "Rex", "tag": "dog"}""");
        answer.Origin.ShouldNotBeNull().ShouldStartWith("example;");
    }

    [Fact]
    public async Task A_stub_that_matches_wins()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);
        await mock.Send(
            "POST", "/__admin/mappings", """{"request": {"method": "POST", "urlPath": "/pets"}, "response": {"status": 503}}""");

        (await mock.Send("POST", "/pets", """{"name": "Kit"}""")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        (await mock.Send("GET", "/pets")).Body!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("/__admin/reset")]
    [InlineData("/__admin/state/reset")]
    public async Task A_reset_brings_the_examples_back(string endpoint)
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);
        await mock.Send("DELETE", "/pets/1");

        await mock.Send("POST", endpoint);

        (await mock.Send("GET", "/pets/1")).Status.ShouldBe(HttpStatusCode.OK);
        (await mock.Send("POST", "/pets", """{"name": "Kit"}""")).Body!["id"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task A_reset_in_code_brings_the_examples_back()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);
        await mock.Send("DELETE", "/pets/1");

        mock.Host.Reset();

        (await mock.Send("GET", "/pets/1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Requests_at_the_same_time_get_different_ids()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        var created = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => mock.Send("POST", "/pets", """{"name": "Kit"}""")));

        created.Select(answer => answer.Body!["id"]!.GetValue<int>()).Order().ShouldBe(Enumerable.Range(3, 40));
    }

    [Fact]
    public async Task A_full_collection_takes_no_more()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);
        for (var count = 2; count < 1000; count++)
        {
            (await mock.Send("POST", "/pets", """{"name": "Kit"}""")).Status.ShouldBe(HttpStatusCode.Created);
        }

        (await mock.Send("POST", "/pets", """{"name": "Kit"}""")).Status.ShouldBe(HttpStatusCode.InsufficientStorage);
    }

    [Fact]
    public async Task The_limit_of_a_request_shortens_the_list()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);

        (await mock.Send("GET", "/pets?limit=1")).Body!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_admin_interface_tells_what_was_changed()
    {
        await using var mock = await StatefulMock.Of(StateDocuments.Pets);
        await mock.Send("DELETE", "/pets/1");

        (await mock.Send("GET", "/__admin/state")).Body.ShouldBeJson(
            """{"paths": ["/pets"], "changed": [{"path": "/pets", "count": 1}]}""");
    }

    [Fact]
    public async Task A_document_without_resources_is_served_and_the_log_says_that_no_state_is_kept()
    {
        var log = new RecordedLog();
        await using var mock = await StatefulMock.Of(StateDocuments.WithoutResources, log);

        (await mock.Send("GET", "/ping")).Status.ShouldBe(HttpStatusCode.NoContent);

        log.Texts.ShouldContain(
            text => text.StartsWith("No state is kept: the document has no path that ends in an id ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_option_nothing_is_kept()
    {
        using var document = new TemporaryDocument(StateDocuments.Pets);
        await using var mock = await MockHost.StartAsync(document.Path, Http.Cancelled);
        using var client = mock.CreateClient();

        using var response = await client.GetAsync("/pets/99", Http.Cancelled);

        (await response.Json()).ShouldBeJson("""{"id": 1, "name": "Rex", "tag": "dog"}""");
    }
}
