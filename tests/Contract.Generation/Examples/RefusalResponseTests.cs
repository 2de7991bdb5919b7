using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Generation.Tests.Examples;

public class RefusalResponseTests
{
    [Theory]
    [InlineData(ViolationKind.Security, 401, "401")]
    [InlineData(ViolationKind.ContentType, 415, "4XX")]
    [InlineData(ViolationKind.Syntax, 400, "400")]
    [InlineData(ViolationKind.Parameter, 400, "400")]
    [InlineData(ViolationKind.Body, 400, "400")]
    public void A_refusal_has_the_error_response_of_its_kind(ViolationKind stage, int status, string key)
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
        Contracts.Selector(Contracts.WithResponses("default: { description: d }")).ForRefusal(ViolationKind.Body)
            .ShouldNotBeNull().Status.ShouldBe(422);

    [Fact]
    public void An_operation_without_error_responses_has_none_for_a_refusal() =>
        Contracts.Selector(Contracts.WithResponses("'200': { description: d }\n'404': { description: d }")).ForRefusal(ViolationKind.Body)
            .ShouldBeNull();

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
    public void A_refusal_is_sent_even_where_its_media_type_is_not_accepted()
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
}
