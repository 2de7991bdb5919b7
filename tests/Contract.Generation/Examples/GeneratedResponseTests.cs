using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Preferences;

namespace SocialContract.Contract.Generation.Tests.Examples;

public class GeneratedResponseTests
{
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

        Contracts.Chosen(responses, Preference.None).Template.Problem.ShouldBe(
            "openapi.yaml:11:24: an example of text/csv must be a string, a number or a boolean; write the body as a string");
    }

    [Theory]
    [InlineData("application/xml, */*;q=0.1", "application/json")]
    [InlineData("application/xml", "application/xml")]
    public void A_media_type_that_cannot_be_generated_is_skipped_where_another_is_accepted(string accept, string contentType)
    {
        const string responses = """
            '200':
              description: d
              content:
                application/xml: { schema: { type: string, minLength: 3, maxLength: 1 } }
                application/json: { schema: { type: object } }
            """;

        Contracts.Chosen(responses, Preference.None, accept).ContentType.ShouldBe(contentType);
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
        var chosen = Contracts.Chosen(responses, Preference.None);

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

        WrittenResponse.Text(Contracts.Chosen(responses, Preference.None)).ShouldBe("2024-01-15");
    }

    [Fact]
    public void Dynamic_data_is_generated_despite_examples_and_is_the_same_for_the_same_request()
    {
        const string responses = """
            '200':
              description: d
              content:
                application/json:
                  schema: { type: integer, minimum: 1000, maximum: 999999 }
                  example: 1
            """;
        var chosen = Contracts.Chosen(responses, new Preference { Dynamic = true });
        using var first = new FakeRequest { GivenSeed = 1 }.WithBody("""{"a": 1}""");
        using var second = new FakeRequest { GivenSeed = 1 }.WithBody("""{"a": 2}""");

        WrittenResponse.Text(chosen, first).ShouldBe(WrittenResponse.Text(chosen, first));
        WrittenResponse.Text(chosen, first).ShouldNotBe(WrittenResponse.Text(chosen, second));
        WrittenResponse.Text(chosen, first).ShouldNotBe(WrittenResponse.Text(chosen, new FakeRequest { GivenSeed = 2 }));
    }

    [Fact]
    public void Ignored_examples_are_still_found_by_name()
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

        Contracts.Chosen(responses, Preference.None).Template.Problem
            .ShouldBe("openapi.yaml:10:79: no integer lies within the limits that apply here");
    }
}
