using System.Text;
using SocialContract.MockServer.Tests.Admin.Stubs;

namespace SocialContract.MockServer.Tests.Secrets;

/// <summary>What the journal and near misses show of stubs.</summary>
public sealed class ShownStubTests : MockWithFolder
{
    private const string Stub = """
        {"name":"kept","request":{"method":"POST","urlPath":"/mine","headers":{"Authentication":{"equalTo":"Bearer HEADER12345"},
          "Accept":{"contains":"json"}},
          "queryParameters":{"token":{"equalTo":"QUERY12345"},"page":{"equalTo":"1"}},"cookies":{"session":{"matches":"COOKIE12345"}},
          "bodyPatterns":[{"equalToJson":{"facebook_account":{"fb_token":"BODY12345"}},"ignoreExtraElements":true},
            {"equalToJson":"{\"fb_token\":\"TEXT12345\",\"a\":\"shown\"}"},
            {"matchesJsonPath":{"expression":"$..fb_token","equalTo":"PATH12345"}},{"contains":"fb_token=FORM12345"},
            {"equalToJson":"{ \"a\": 1 }"}]},
         "response":{"jsonBody":{"fb_token":"ANSWER12345","copy":"HEADER12345"},"headers":{"Set-Cookie":"s=SET12345"}}}
        """;

    private static readonly string[] Values =
    [
        "HEADER12345", "QUERY12345", "COOKIE12345", "BODY12345", "TEXT12345", "PATH12345", "FORM12345", "ANSWER12345", "SET12345",
    ];

    [Theory]
    [InlineData("/requests")]
    [InlineData("/requests/unmatched/near-misses")]
    public async Task Near_misses_show_a_stub_without_the_values_that_are_secret(string path)
    {
        await Send("POST", "/mappings", Stub);
        using var request = Request("/mine?page=2&token=OTHER1234");
        await Client.Exchange(request.With("Authentication", "Bearer HEADER12345"));

        var shown = (await Json(path)).ToJsonString();

        ShouldHideAll(shown);
        shown.ShouldNotContain("OTHER1234");
        shown.ShouldContain("kept");
    }

    [Fact]
    public async Task Near_misses_of_a_posted_request_show_stubs_without_secrets_and_with_all_else()
    {
        await Send("POST", "/mappings", Stub);

        using var response = await Send("POST", "/near-misses/request", """{"url":"/mine","method":"POST"}""");

        var miss = (await response.Json())["nearMisses"]![0]!;
        ShouldHideAll(miss.ToJsonString());
        var pattern = miss["stubMapping"]!["request"]!;
        pattern["headers"].ShouldBeJson("""{"Authentication":{"equalTo":"(redacted)"},"Accept":{"contains":"json"}}""");
        pattern["queryParameters"].ShouldBeJson("""{"token":{"equalTo":"(redacted)"},"page":{"equalTo":"1"}}""");
        pattern["bodyPatterns"]![0].ShouldBeJson(
            """{"equalToJson":{"facebook_account":{"fb_token":"(redacted)"}},"ignoreExtraElements":true}""");
        pattern["bodyPatterns"]![1]!["equalToJson"]!.GetValue<string>().ShouldBe("""{"fb_token":"(redacted)","a":"shown"}""");
        pattern["bodyPatterns"]![4]!["equalToJson"]!.GetValue<string>().ShouldBe("""{ "a": 1 }""");
    }

    [Fact]
    public async Task The_journal_shows_the_stub_that_responded_without_the_secrets_of_its_request()
    {
        await Send("POST", "/mappings", """
            {"request":{"urlPath":"/mine","headers":{"Authentication":{"equalTo":"Bearer HEADER12345"}}},
             "response":{"body":"for HEADER12345","headers":{"X-Plain":"seen"}}}
            """);
        using var request = Request("/mine");
        await Client.Exchange(request.With("Authentication", "Bearer HEADER12345"));

        var entry = (await Json("/requests"))["requests"]![0]!;
        var mappings = (await Json("/mappings")).ToJsonString();

        entry.ToJsonString().ShouldNotContain("HEADER12345");
        entry["stubMapping"]!["response"].ShouldBeJson("""{"status":200,"body":"for (redacted)","headers":{"X-Plain":"seen"}}""");
        mappings.ShouldContain("Bearer HEADER12345");
    }

    [Fact]
    public async Task With_JournalSecrets_the_journal_shows_the_stub_as_it_was_posted()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, JournalSecrets = true }, Http.Cancelled);
        using var client = mock.CreateClient();
        using var stub = new StringContent(
            """{"request":{"urlPath":"/mine","headers":{"Authentication":{"equalTo":"Bearer HEADER12345"}}}}""");
        await client.PostAsync("/__admin/mappings", stub, Http.Cancelled);
        using var request = Request("/mine");
        await client.Exchange(request.With("Authentication", "Bearer HEADER12345"));

        using var response = await client.GetAsync("/__admin/requests", Http.Cancelled);

        (await response.Json())["requests"]![0]!["stubMapping"]!["request"]!["headers"].ShouldBeJson(
            """{"Authentication":{"equalTo":"Bearer HEADER12345"}}""");
    }

    private static HttpRequestMessage Request(string target) =>
        new(HttpMethod.Post, target) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };

    private static void ShouldHideAll(string shown)
    {
        foreach (var value in Values)
        {
            shown.ShouldNotContain(value);
        }
    }
}
