using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Rules;

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
        var chosen = Chosen(Responses, Preference.None);

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
        var chosen = Chosen(responses, Preference.None);

        (chosen.Status, chosen.Response.Status).ShouldBe((status, key));
    }

    [Theory]
    [InlineData("404", 404, "404")]
    [InlineData("503", 503, "5XX")]
    [InlineData("5XX", 500, "5XX")]
    [InlineData("4XX", 404, "404")]
    public void A_preferred_code_finds_its_response_or_its_range(string code, int status, string key)
    {
        var chosen = Chosen(Responses, new Preference { Code = code });

        (chosen.Status, chosen.Response.Status).ShouldBe((status, key));
    }

    [Fact]
    public void A_preferred_code_finds_the_default_response() =>
        Chosen("default: { description: d }", new Preference { Code = "418" }).Status.ShouldBe(418);

    [Fact]
    public void A_code_that_is_not_documented_is_refused_with_what_there_is()
    {
        var refused = Refused(Responses, new Preference { Code = "202" });

        refused.Fault.ShouldBe(SelectionFault.NoSuchCode);
        refused.Message.ShouldBe("GET /things documents no response 202; it has 404, 201, 200, 5XX");
    }

    [Fact]
    public void An_example_is_found_in_whatever_response_has_it()
    {
        var chosen = Chosen(Responses, new Preference { Example = "not-found" });

        (chosen.Status, chosen.Template.Origin.Example).ShouldBe((404, "not-found"));
    }

    [Fact]
    public void An_example_is_looked_for_only_in_the_preferred_code()
    {
        var refused = Refused(Responses, new Preference { Code = "404", Example = "first" });

        refused.Fault.ShouldBe(SelectionFault.NoSuchExample);
        refused.Offered.ShouldBe(["not-found"]);
    }

    [Fact]
    public void A_misspelt_example_is_refused_with_the_nearest()
    {
        var refused = Refused(Responses, new Preference { Example = "secnod" });

        refused.Nearest.ShouldBe("second");
        refused.Offered.ShouldBe(["words", "first", "second", "made", "not-found"]);
    }

    [Fact]
    public void The_media_type_is_the_one_that_the_client_accepts()
    {
        var chosen = Chosen(Responses, Preference.None, "text/plain");

        (chosen.ContentType, chosen.Template.Origin.Example, WrittenResponse.Text(chosen)).ShouldBe(("text/plain", "words", "two words"));
    }

    [Theory]
    [InlineData("text/plain;q=0.9, application/json;q=0.1", "text/plain")]
    [InlineData("text/*, application/json;q=0.9", "text/plain")]
    [InlineData("application/json, text/plain, */*", "application/json")]
    [InlineData("text/plain, */*", "text/plain")]
    [InlineData("*/*", "application/json")]
    public void Of_several_accepted_types_the_most_welcome_is_chosen(string accept, string contentType) =>
        Chosen(Responses, Preference.None, accept).ContentType.ShouldBe(contentType);

    [Fact]
    public void A_type_that_is_not_offered_is_refused_with_what_is()
    {
        var refused = Refused(Responses, Preference.None, "image/png");

        refused.Fault.ShouldBe(SelectionFault.NotAcceptable);
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
        var chosen = Chosen("'204': { description: Done }", Preference.None, "text/html");

        (chosen.Status, chosen.ContentType, chosen.Template.HasBody).ShouldBe((204, null, false));
    }

    [Fact]
    public void Examples_for_another_role_are_passed_over_where_the_role_is_known()
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
    public void An_example_kept_elsewhere_is_passed_over_and_explained_when_asked_for()
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

        Chosen(responses, Preference.None).Template.Origin.Example.ShouldBe("near");
        Chosen(responses, new Preference { Example = "far" }).Template.Problem.ShouldNotBeNull().ShouldContain("https://example.com/cat.json");
    }

    [Fact]
    public void An_object_cannot_be_written_as_CSV()
    {
        const string responses = """
            '200':
              description: d
              content:
                text/csv:
                  example: { a: 1 }
            """;

        Chosen(responses, Preference.None).Template.Problem.ShouldBe("openapi.yaml:11:24: an example of text/csv must be a string, a number or a boolean; write the body as a string");
    }

    [Theory]
    [InlineData("application/xml, */*;q=0.1", "application/json")]
    [InlineData("application/xml", "application/xml")]
    public void XML_that_cannot_be_made_up_gives_way_to_what_can(string accept, string contentType)
    {
        const string responses = """
            '200':
              description: d
              content:
                application/xml: { schema: { type: object } }
                application/json: { schema: { type: object } }
            """;

        Chosen(responses, Preference.None, accept).ContentType.ShouldBe(contentType);
    }

    [Fact]
    public void Data_is_generated_where_there_is_no_example()
    {
        const string responses = """
            '200':
              description: d
              content:
                application/json: { schema: { type: integer, minimum: 5 } }
            """;
        var chosen = Chosen(responses, Preference.None);

        (WrittenResponse.Text(chosen), chosen.Template.Origin.ToString()).ShouldBe(("5", "generated from openapi.yaml:10 (stated)"));
    }

    [Fact]
    public void Generated_text_is_written_without_quotes()
    {
        const string responses = """
            '200':
              description: d
              content:
                text/plain: { schema: { type: string, format: date } }
            """;

        WrittenResponse.Text(Chosen(responses, Preference.None)).ShouldBe("2024-01-15");
    }

    [Fact]
    public void Dynamic_data_is_made_even_where_there_are_examples_and_is_the_same_for_the_same_request()
    {
        const string responses = """
            '200':
              description: d
              content:
                application/json:
                  schema: { type: integer, minimum: 1000, maximum: 999999 }
                  example: 1
            """;
        var chosen = Chosen(responses, new Preference { Dynamic = true });
        using var one = new FakeRequest { GivenSeed = 1 }.WithBody("""{"a": 1}""");
        using var other = new FakeRequest { GivenSeed = 1 }.WithBody("""{"a": 2}""");

        WrittenResponse.Text(chosen, one).ShouldBe(WrittenResponse.Text(chosen, one));
        WrittenResponse.Text(chosen, one).ShouldNotBe(WrittenResponse.Text(chosen, other));
        WrittenResponse.Text(chosen, one).ShouldNotBe(WrittenResponse.Text(chosen, new FakeRequest { GivenSeed = 2 }));
    }

    [Fact]
    public void Ignoring_examples_makes_data_but_for_an_example_asked_for_by_name()
    {
        const string responses = """
            '200':
              description: d
              content:
                application/json:
                  schema: { type: integer, minimum: 5 }
                  examples: { nine: { value: 9 } }
            """;
        var selector = Contracts.Selector(Contracts.WithResponses(responses), new ResponseOptions(IgnoreExamples: true));

        WrittenResponse.Text(selector.Select(Preference.None)).ShouldBe("5");
        WrittenResponse.Text(selector.Select(new Preference { Example = "nine" })).ShouldBe("9");
    }

    [Fact]
    public void Data_that_cannot_be_generated_is_a_problem_with_its_place()
    {
        const string responses = """
            '200':
              description: d
              content:
                application/json: { schema: { type: integer, minimum: 5, maximum: 4 } }
            """;

        Chosen(responses, Preference.None).Template.Problem.ShouldBe("openapi.yaml:10:79: no whole number lies within the limits that apply here");
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

        Chosen(responses, Preference.None).Headers.ShouldBe(
        [
            KeyValuePair.Create("X-Next", "https://example.com/ada"),
            KeyValuePair.Create("X-Limit", "60"),
            KeyValuePair.Create("X-Tags", "a,b"),
        ]);
    }

    [Fact]
    public void The_origin_tells_the_example_its_line_and_how_sure_it_is()
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

        Chosen(responses, Preference.None).Template.Origin.ToString().ShouldBe("example \"first\" openapi.yaml:13 (shown)");
    }

    [Theory]
    [InlineData(ViolationKind.Security, 401, "401")]
    [InlineData(ViolationKind.ContentType, 415, "4XX")]
    [InlineData(ViolationKind.Syntax, 400, "400")]
    [InlineData(ViolationKind.Parameter, 400, "400")]
    [InlineData(ViolationKind.Body, 400, "400")]
    public void A_refusal_finds_the_error_that_speaks_about_it(ViolationKind stage, int status, string key)
    {
        const string responses = """
            '200': { description: d }
            4XX: { description: d }
            '400': { description: d }
            '403': { description: d }
            '401': { description: d }
            default: { description: d }
            """;

        var chosen = Contracts.Selector(Contracts.WithResponses(responses)).ForRefusal(stage).ShouldNotBeNull();

        (chosen.Status, chosen.Response.Status).ShouldBe((status, key));
    }

    [Fact]
    public void A_default_response_takes_the_status_of_the_refusal() =>
        Contracts.Selector(Contracts.WithResponses("default: { description: d }")).ForRefusal(ViolationKind.Body).ShouldNotBeNull().Status.ShouldBe(422);

    [Fact]
    public void An_operation_without_errors_has_none_for_a_refusal() =>
        Contracts.Selector(Contracts.WithResponses("'200': { description: d }\n'404': { description: d }")).ForRefusal(ViolationKind.Body).ShouldBeNull();

    [Fact]
    public void A_refusal_does_not_use_an_example_that_depends_on_the_provider_s_state()
    {
        const string responses = """
            '422':
              description: d
              content:
                application/json:
                  examples:
                    taken: { x-provider-states: [{ name: taken }], value: { error: taken } }
                    invalid: { value: { error: invalid } }
            """;

        var chosen = Contracts.Selector(Contracts.WithResponses(responses)).ForRefusal(ViolationKind.Parameter).ShouldNotBeNull();

        chosen.Template.Origin.Example.ShouldBe("invalid");
    }

    [Fact]
    public void A_refusal_whose_type_is_not_accepted_is_given_all_the_same()
    {
        const string responses = """
            '422':
              description: d
              content:
                application/json: { example: { error: invalid } }
            """;

        Contracts.Selector(Contracts.WithResponses(responses)).ForRefusal(ViolationKind.Body, "image/png").ShouldNotBeNull()
            .ContentType.ShouldBe("application/json");
    }

    private static Selection.Chosen Chosen(string responses, Preference preference, string? accept = null) =>
        Contracts.Selector(Contracts.WithResponses(responses)).Select(preference, accept).ShouldBeOfType<Selection.Chosen>();

    private static Selection.Refused Refused(string responses, Preference preference, string? accept = null) =>
        Contracts.Selector(Contracts.WithResponses(responses)).Select(preference, accept).ShouldBeOfType<Selection.Refused>();
}
