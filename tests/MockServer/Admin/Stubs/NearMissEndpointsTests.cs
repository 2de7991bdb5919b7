using System.Net;

namespace SocialContract.MockServer.Tests.Admin.Stubs;

/// <summary>Templates and near misses over the admin interface, in Java WireMock's form.</summary>
public sealed class NearMissEndpointsTests : MockWithFolder
{
    [Fact]
    public async Task A_template_fills_in_body_headers_and_file()
    {
        Write("__files/t.json", """{"id":"{{request.pathSegments.[1]}}"}""");
        await Send("POST", "/mappings", """
            {"request":{"urlPathTemplate":"/things/{id}"},"response":{"headers":{"X-Id":"{{request.path.id}}"},"bodyFileName":"t.json",
             "transformers":["response-template"]}}
            """);

        using var response = await Client.GetAsync("/things/7", Http.Cancelled);

        (await response.Text()).ShouldBe("""{"id":"7"}""");
        response.Header("X-Id").ShouldBe("7");
    }

    [Fact]
    public async Task A_body_file_that_is_not_a_template_is_refused_when_the_stub_arrives()
    {
        Write("__files/t.txt", "{{#if x}}");

        using var response = await Send(
            "POST", "/mappings", """{"response":{"bodyFileName":"t.txt","transformers":["response-template"]}}""");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json())["errors"]![0]!["source"]!["pointer"]!.GetValue<string>().ShouldBe("/response/bodyFileName");
    }

    [Fact]
    public async Task A_request_that_nothing_matched_has_the_nearest_stubs_with_each_difference_and_without_secrets()
    {
        await Send("POST", "/mappings", """
            {"name":"near","request":{"method":"GET","urlPath":"/nowhere","headers":{"Authentication":{"equalTo":"other"}}}}
            """);
        await Send("POST", "/mappings", """{"name":"far","request":{"method":"PUT","urlPath":"/something/else"}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere").With("Authentication", "Bearer SECRET");
        await Client.Exchange(request);

        var misses = (await Json("/requests/unmatched/near-misses"))["nearMisses"]!.AsArray();
        var nearest = Mock.Requests.ShouldHaveSingleItem().NearestStubs;

        misses.Count.ShouldBe(2);
        misses[0]!["stubMapping"]!["name"]!.GetValue<string>().ShouldBe("near");
        misses[0]!["matchResult"]!["distance"]!.GetValue<double>().ShouldBeInRange(0.001, 0.5);
        misses[0]!["matchResult"]!["subEvents"]!.AsArray().ShouldHaveSingleItem()!["data"]!["errorMessage"]!.GetValue<string>()
            .ShouldStartWith("headers.Authentication: expected equalTo (redacted), found Bearer (redacted)");
        nearest[0].ToString().ShouldStartWith("near (headers.Authentication: expected");
        nearest[1].Differences.Select(difference => difference.Part).ShouldBe(["urlPath", "method"]);
        (await Json("/requests"))["requests"]![0]!["subEvents"]![0]!["data"]!["nearestStubs"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Near_misses_of_a_request_are_stubs_and_those_of_a_pattern_are_requests()
    {
        await Send("POST", "/mappings", """{"name":"s","request":{"method":"GET","urlPath":"/a"}}""");
        await Client.GetAsync("/b", Http.Cancelled);

        using var ofRequest = await Send("POST", "/near-misses/request", """{"url":"/ab","method":"GET"}""");
        using var ofPattern = await Send("POST", "/near-misses/request-pattern", """{"method":"POST","urlPath":"/b"}""");
        using var refused = await Send("POST", "/near-misses/request-pattern", """{"methd":"POST"}""");

        (await ofRequest.Json())["nearMisses"]![0]!["stubMapping"]!["name"]!.GetValue<string>().ShouldBe("s");
        var miss = (await ofPattern.Json())["nearMisses"]!.AsArray().ShouldHaveSingleItem()!;
        miss["request"]!["url"]!.GetValue<string>().ShouldBe("/b");
        miss["requestPattern"].ShouldBeJson("""{"method":"POST","urlPath":"/b"}""");
        miss["matchResult"]!["subEvents"]![0]!["data"]!["errorMessage"]!.GetValue<string>()
            .ShouldBe("method: expected POST, found GET");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
