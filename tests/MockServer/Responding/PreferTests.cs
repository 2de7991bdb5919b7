using System.Net;

namespace SocialContract.MockServer.Tests.Responding;

public sealed class PreferTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Fact]
    public async Task A_code_takes_the_first_example_of_that_status()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete().With("Prefer", "code=404"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Json()).ShouldBeJson("""{"error": "Instagram account not found"}""");
    }

    [Fact]
    public async Task A_code_of_an_error_that_the_document_does_not_have_is_a_problem_that_says_so()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete().With("Prefer", "code=503"));

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Header("Preference-Applied").ShouldBe("code=503");
        response.Header("X-Contract-Answer").ShouldBe("mock");
        (await response.Json())["detail"]!.GetValue<string>().ShouldBe(
            "DELETE /api/v3/instagram_accounts/{id} documents no response 503; it has 200, 401, 404, 422; "
            + "the mock responds with 503 because the request prefers it.");
    }

    [Fact]
    public async Task A_code_of_a_success_that_the_document_does_not_have_is_404()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete().With("Prefer", "code=206"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Header("Preference-Applied").ShouldBeNull();
    }

    [Fact]
    public async Task An_example_is_found_by_its_name_in_any_response()
    {
        using var response = await mock.Client.Exchange(
            ShippedMock.Post(ShippedMock.DocumentedBody).With("Prefer", "example=refused-for-creator"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json())["ig_user_id"]![0]!.GetValue<string>()
            .ShouldStartWith("This social account is already connected to your Workspace!");
        response.Header("Preference-Applied").ShouldBe("example=refused-for-creator");
    }

    [Fact]
    public async Task The_query_asks_as_the_header_does()
    {
        var request = ShippedMock.Request(
            HttpMethod.Post, "/api/v3/instagram_accounts?__example=refused-belongs-to-workspace", ShippedMock.DocumentedBody);

        using var response = await mock.Client.Exchange(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Json())["success"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task An_example_that_does_not_exist_is_404_with_the_names_that_do()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete().With("Prefer", "example=delted"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Json())["detail"]!.GetValue<string>().ShouldBe(
            "DELETE /api/v3/instagram_accounts/{id} has no example 'delted'; "
            + "it has deleted, unauthenticated, not-found, invalid-parameters; did you mean deleted?");
        response.Header("Preference-Applied").ShouldBeNull();
    }

    [Theory]
    [InlineData("code=abc")]
    [InlineData("delay=-1")]
    [InlineData("dynamic=perhaps")]
    public async Task A_preference_that_cannot_be_read_is_400(string preference)
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete().With("Prefer", preference));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Generated_responses_are_the_same_for_the_same_seed_path_and_body_and_differ_with_the_seed()
    {
        async Task<string> Response(string preference)
        {
            using var response = await mock.Client.Exchange(ShippedMock.Post(ShippedMock.DocumentedBody).With("Prefer", preference));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Header("X-Contract-Answer-Violations").ShouldBeNull();
            response.Header("X-Contract-Answer").ShouldNotBeNull().ShouldStartWith("generated");
            return await response.Text();
        }

        var first = await Response("dynamic=true, seed=1");

        (await Response("dynamic=true, seed=1")).ShouldBe(first);
        (await Response("dynamic=true, seed=2")).ShouldNotBe(first);
    }

    [Fact]
    public async Task Another_body_gets_another_generated_response()
    {
        using var one = await mock.Client.Exchange(
            ShippedMock.Post("""{"facebook_account": {"fb_token": "T", "fb_uid": "1"}}""").With("Prefer", "dynamic=true"));
        using var other = await mock.Client.Exchange(
            ShippedMock.Post("""{"facebook_account": {"fb_token": "T", "fb_uid": "2"}}""").With("Prefer", "dynamic=true"));

        (await one.Text()).ShouldNotBe(await other.Text());
    }

    [Fact]
    public async Task A_response_waits_for_its_delay_and_no_longer()
    {
        var clock = new WatchedClock();
        await using var held = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, TimeProvider = clock }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = held.Url };

        var waiting = client.Exchange(ShippedMock.Delete().With("Prefer", "delay=600000"));
        await clock.Held;
        clock.Advance(WatchedClock.Hold - TimeSpan.FromMilliseconds(1));
        waiting.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));

        using var response = await waiting;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Header("Preference-Applied").ShouldBe("delay=600000");
    }

    [Fact]
    public async Task An_unacceptable_media_type_is_406_with_what_is_offered()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete().With("Accept", "application/xml"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await response.Text()).ShouldContain("application/json");
    }

    [Fact]
    public async Task The_response_says_which_example_it_is_and_how_sure_the_document_is_of_it()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete());

        response.Header("X-Contract-Operation").ShouldBe("\"deleteInstagramAccount\"");
        response.Header("X-Contract-Answer")
            .ShouldNotBeNull()
            .ShouldMatch("""^example;name="deleted";source=shown;status=assumed;at=".*openapi\.yaml:\d+"$""");
    }
}
