using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Preferences;

namespace SocialContract.Contract.Generation.Tests.Examples;

public class ResponseSelectorTests
{
    private const string Responses = """
        '404':
          description: Missing
          content:
            application/json:
              examples:
                not-found: { value: { error: gone } }
        '201':
          description: Made
          content:
            application/json:
              examples:
                made: { value: 1 }
        '200':
          description: Found
          content:
            text/plain:
              examples:
                words: { value: two words }
            application/json:
              examples:
                first: { value: { id: 1 } }
                second: { value: { id: 2 } }
        5XX: { description: Broken }
        """;

    [Fact]
    public void The_lowest_documented_success_with_its_first_JSON_example_is_the_default()
    {
        var chosen = Contracts.Chosen(Responses, Preference.None);

        (chosen.Status, chosen.ContentType, chosen.Template.Origin.Example).ShouldBe((200, "application/json", "first"));
    }

    [Theory]
    [InlineData("2XX: { description: d }\ndefault: { description: d }\n'404': { description: d }", 200, "2XX")]
    [InlineData("default: { description: d }\n'404': { description: d }", 200, "default")]
    [InlineData("'404': { description: d }\n'301': { description: d }", 404, "404")]
    [InlineData("'204': { description: d }\n'202': { description: d }", 202, "202")]
    [InlineData("2XX: { description: d }\n'206': { description: d }", 206, "206")]
    public void The_first_success_is_the_lowest_2xx_then_2XX_then_default_then_the_first(string responses, int status, string key)
    {
        var chosen = Contracts.Chosen(responses, Preference.None);

        (chosen.Status, chosen.Response.Status).ShouldBe((status, key));
    }

    [Theory]
    [InlineData("404", 404, "404")]
    [InlineData("503", 503, "5XX")]
    [InlineData("5XX", 500, "5XX")]
    [InlineData("4XX", 404, "404")]
    public void A_preferred_code_finds_its_response_or_its_range(string code, int status, string key)
    {
        var chosen = Contracts.Chosen(Responses, new Preference { Code = code });

        (chosen.Status, chosen.Response.Status).ShouldBe((status, key));
    }

    [Fact]
    public void A_preferred_code_finds_the_default_response() =>
        Contracts.Chosen("default: { description: d }", new Preference { Code = "418" }).Status.ShouldBe(418);

    [Fact]
    public void An_undocumented_code_is_refused_with_the_documented_ones()
    {
        var refused = Refused(Responses, new Preference { Code = "202" });

        refused.Fault.ShouldBe(SelectionFault.NoSuchCode);
        refused.Message.ShouldBe("GET /things documents no response 202; it has 404, 201, 200, 5XX");
    }

    [Fact]
    public void An_example_is_found_in_any_response()
    {
        var chosen = Contracts.Chosen(Responses, new Preference { Example = "not-found" });

        (chosen.Status, chosen.Template.Origin.Example).ShouldBe((404, "not-found"));
    }

    [Fact]
    public void With_a_preferred_code_an_example_is_found_only_in_its_response()
    {
        var refused = Refused(Responses, new Preference { Code = "404", Example = "first" });

        refused.Fault.ShouldBe(SelectionFault.NoSuchExample);
        refused.Message.ShouldBe("GET /things has no example 'first' for 404; it has not-found");
        refused.Offered.ShouldBe(["not-found"]);
    }

    [Fact]
    public void A_misspelt_example_is_refused_with_the_nearest_name()
    {
        var refused = Refused(Responses, new Preference { Example = "secnod" });

        refused.Message.ShouldBe("GET /things has no example 'secnod'; it has words, first, second, made, not-found");
        refused.Nearest.ShouldBe("second");
        refused.Offered.ShouldBe(["words", "first", "second", "made", "not-found"]);
    }

    [Fact]
    public void The_media_type_is_one_that_the_client_accepts()
    {
        var chosen = Contracts.Chosen(Responses, Preference.None, "text/plain");

        (chosen.ContentType, chosen.Template.Origin.Example, WrittenResponse.Text(chosen)).ShouldBe(("text/plain", "words", "two words"));
    }

    [Theory]
    [InlineData("text/plain;q=0.9, application/json;q=0.1", "text/plain")]
    [InlineData("text/*, application/json;q=0.9", "text/plain")]
    [InlineData("application/json, text/plain, */*", "application/json")]
    [InlineData("text/plain, */*", "text/plain")]
    [InlineData("*/*", "application/json")]
    public void Of_several_accepted_media_types_the_one_with_the_greatest_weight_is_chosen(string accept, string contentType) =>
        Contracts.Chosen(Responses, Preference.None, accept).ContentType.ShouldBe(contentType);

    [Fact]
    public void Without_an_accepted_media_type_the_offered_ones_are_listed()
    {
        var refused = Refused(Responses, Preference.None, "image/png");

        refused.Fault.ShouldBe(SelectionFault.NotAcceptable);
        refused.Message.ShouldBe("GET /things has 200 as text/plain, application/json; the Accept header 'image/png' accepts none of them");
        refused.Offered.ShouldBe(["text/plain", "application/json"]);
    }

    [Fact]
    public void The_same_accept_header_gives_the_same_selection_again()
    {
        var selector = Contracts.Selector(Contracts.WithResponses(Responses));

        selector.Select(Preference.None, "text/plain").ShouldBeSameAs(selector.Select(Preference.None, "text/plain"));
    }

    [Fact]
    public void A_response_without_content_has_no_body()
    {
        var chosen = Contracts.Chosen("'204': { description: Done }", Preference.None, "text/html");

        (chosen.Status, chosen.ContentType, chosen.Template.HasBody).ShouldBe((204, null, false));
    }

    [Fact]
    public void Examples_for_another_role_are_skipped_where_the_role_is_known()
    {
        const string responses = """
            '422':
              description: No
              content:
                application/json:
                  examples:
                    for-admin: { x-role: admin, value: 1 }
                    for-creator: { x-role: creator, value: 2 }
            """;

        var selector = Contracts.Selector(Contracts.WithResponses(responses));

        Name(selector.Select(Preference.None, null, "creator")).ShouldBe("for-creator");
        Name(selector.Select(Preference.None, null, "user")).ShouldBe("for-admin");
        Name(selector.Select(Preference.None)).ShouldBe("for-admin");

        static string Name(Selection selection) => selection.ShouldBeOfType<Selection.Chosen>().Template.Origin.Example;
    }

    [Fact]
    public void An_external_example_is_skipped_and_explained_when_a_client_asks_for_it()
    {
        const string responses = """
            '200':
              description: d
              content:
                application/json:
                  examples:
                    far: { externalValue: 'https://example.com/cat.json' }
                    near: { value: 1 }
            """;

        Contracts.Chosen(responses, Preference.None).Template.Origin.Example.ShouldBe("near");
        Contracts.Chosen(responses, new Preference { Example = "far" }).Template.Problem
            .ShouldNotBeNull().ShouldContain("https://example.com/cat.json");
    }

    [Fact]
    public void Documented_headers_have_values_that_their_schemas_allow()
    {
        const string responses = """
            '200':
              description: d
              headers:
                X-Next: { required: true, schema: { type: string, format: uri } }
                X-Limit: { schema: { type: integer }, example: 60 }
                X-Tags: { schema: { type: array, items: { type: string } }, example: [a, b] }
                X-Optional: { schema: { type: string } }
                X-Broken: { schema: { type: string }, example: "a\nb" }
            """;

        Contracts.Chosen(responses, Preference.None).Headers.ShouldBe(
        [
            KeyValuePair.Create("X-Next", "https://example.com/ada"),
            KeyValuePair.Create("X-Limit", "60"),
            KeyValuePair.Create("X-Tags", "a,b"),
        ]);
    }

    [Fact]
    public void The_origin_names_the_example_its_line_and_its_source()
    {
        const string responses = """
            '200':
              description: d
              x-source: shown
              content:
                application/json:
                  examples:
                    first: { value: 1 }
            """;

        Contracts.Chosen(responses, Preference.None).Template.Origin.ToString().ShouldBe("example \"first\" openapi.yaml:13 (shown)");
    }

    private static Selection.Refused Refused(string responses, Preference preference, string? accept = null) =>
        Contracts.Selector(Contracts.WithResponses(responses)).Select(preference, accept).ShouldBeOfType<Selection.Refused>();
}
