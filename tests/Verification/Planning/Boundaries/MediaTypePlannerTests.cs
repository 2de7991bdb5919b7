using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Boundaries;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Boundaries;

/// <summary>The plain request in each further media type.</summary>
public sealed class MediaTypePlannerTests
{
    [Fact]
    public void The_plain_request_is_sent_as_a_form_too()
    {
        var planned = Of("application/x-www-form-urlencoded: { schema: { type: object, properties: { text: { type: string } } } }");

        var form = Cases(planned).ShouldHaveSingleItem();

        form.Id.ShouldBe("createNote/media-type/application/x-www-form-urlencoded");
        form.Headers["Content-Type"].ShouldBe("application/x-www-form-urlencoded");
        PlannedOperation.BodyOf(form).ShouldBe("text=ab");
        form.Expectation.ShouldBe(CaseExpectation.Accepted);
        form.Checks.ShouldBe([new CheckKey("check/media-type/application/x-www-form-urlencoded", "createNote")]);
    }

    [Fact]
    public void A_media_type_whose_schema_refuses_the_plain_request_is_left_unexercised()
    {
        var planned = Of("application/x-www-form-urlencoded: { schema: { type: object, required: [other] } }");

        Cases(planned).ShouldBeEmpty();
        planned.Checks.All[^1].NotExercised.ShouldBe("the plain request cannot be written as application/x-www-form-urlencoded");
    }

    [Fact]
    public void A_media_type_that_values_cannot_be_written_in_is_not_asked_about()
    {
        var planned = Of("text/plain: { schema: { type: string } }");

        Cases(planned).ShouldBeEmpty();
        planned.Checks.Contains("check/media-type/text/plain").ShouldBeFalse();
    }

    private static PlannedOperation Of(string media) => PlannedOperation.Of($$"""
          /notes:
            post:
              operationId: createNote
              requestBody:
                required: true
                content:
                  application/json: { schema: { type: object, properties: { text: { type: string } } }, example: { text: ab } }
                  {{media}}
              responses: { '201': { description: Created. } }
        """);

    private static List<ContractCase> Cases(PlannedOperation planned) =>
        [.. new MediaTypePlanner(planned.Drafts, planned.Writer, planned.Checks).Cases()];
}
