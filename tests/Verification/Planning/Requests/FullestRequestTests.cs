using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Requests;

/// <summary>A plain request with what is optional in it.</summary>
public sealed class FullestRequestTests
{
    [Fact]
    public void Optional_members_that_are_missing_are_added()
    {
        var fullest = Of("{ type: object, properties: { a: { const: 1 }, b: { type: object, properties: { c: { const: 2 } } } } }", "{}");

        Body(fullest).ShouldBe("""{"a":1,"b":{"c":2}}""");
        fullest.Additions.Select(addition => addition.Title).ShouldBe(["a is present", "b is present"]);
    }

    [Fact]
    public void A_member_that_is_there_stays_as_it_is()
    {
        var fullest = Of("{ type: object, properties: { a: { enum: [1, 2] } } }", """{"a":2}""");

        Body(fullest).ShouldBe("""{"a":2}""");
        fullest.Additions.ShouldBeEmpty();
    }

    [Fact]
    public void A_member_that_the_document_forbids_beside_another_is_not_added() =>
        Body(Of(
            "{ type: object, properties: { a: { const: 1 }, b: { const: 2 } }, dependentSchemas: { a: { not: { required: [b] } } } }",
            "{}")).ShouldBe("""{"a":1}""");

    [Fact]
    public void A_member_that_is_allowed_only_beside_a_later_one_has_its_turn_again() =>
        Body(Of("{ type: object, properties: { a: { const: 1 }, b: { const: 2 } }, dependentRequired: { a: [b] } }", "{}"))
            .ShouldBe("""{"b":2,"a":1}""");

    [Fact]
    public void A_map_without_entries_gets_one() =>
        Body(Of("{ type: object, additionalProperties: { const: 1 } }", "{}")).ShouldBe("""{"contract_kit_entry":1}""");

    [Fact]
    public void An_addition_can_be_made_to_another_request()
    {
        var planned = PlannedOperation.WithBody("{ type: object, properties: { a: { const: 1 }, b: {} } }");
        var fullest = FullestRequest.Of(planned.Draft("""{"b":2}"""), planned.Drafts.Places, planned.Source);

        var changed = fullest.Additions.ShouldHaveSingleItem().Apply(planned.Draft("""{"b":3}""").Values);

        changed.ShouldNotBeNull()["body"]!.ToJsonString().ShouldBe("""{"b":3,"a":1}""");
    }

    private static FullestRequest Of(string schema, string body)
    {
        var planned = PlannedOperation.WithBody(schema);
        return FullestRequest.Of(planned.Draft(body), planned.Drafts.Places, planned.Source);
    }

    private static string Body(FullestRequest fullest) => fullest.Draft.Values["body"]!.ToJsonString();
}
