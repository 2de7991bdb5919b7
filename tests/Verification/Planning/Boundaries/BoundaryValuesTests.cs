using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Places;
using SocialContract.Verification.Planning.Boundaries;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Boundaries;

/// <summary>The limits of what the places of a request may be.</summary>
public sealed class BoundaryValuesTests
{
    private static readonly SchemaPlaces Places =
        SchemaPlaces.OfRequest(Notes.Create, MediaTypes.Preferred(Notes.Create.RequestBody), Notes.Api.View);

    private static readonly JsonObject Plain = new() { ["body"] = new JsonObject { ["text"] = "ab", ["stars"] = 2 } };

    [Fact]
    public void Each_limit_of_length_and_value_is_one_and_so_is_leaving_out_what_is_optional() =>
        BoundaryValues.Of(Places, Plain).Select(values => values.Select(value => value.Title)).ShouldBe(
        [
            ["text is \"contr\""],
            ["stars is 1", "stars is 3", "stars is left out"],
        ]);

    [Fact]
    public void A_value_that_the_request_has_already_is_left_out_of_them()
    {
        var atLimit = new JsonObject { ["body"] = new JsonObject { ["text"] = "ab", ["stars"] = 3 } };

        BoundaryValues.Of(Places, atLimit)[1].Select(value => value.Title).ShouldBe(["stars is 1", "stars is left out"]);
    }

    [Fact]
    public void A_limit_is_a_whole_number_however_it_is_written()
    {
        var planned = PlannedOperation.WithBody(
            "{ properties: { text: { type: string, maxLength: 5.0 }, list: { type: array, maxItems: 3e0 } } }");
        var parts = new JsonObject { ["body"] = JsonNode.Parse("""{"text":"ab","list":[1,2]}""") };

        var titles = BoundaryValues.Of(planned.Drafts.Places, parts).SelectMany(values => values).Select(value => value.Title).ToList();

        titles.ShouldContain("text is \"contr\"");
        titles.ShouldContain("list is an array of 3");
    }

    [Fact]
    public void Applying_one_changes_its_place_in_a_copy()
    {
        var changed = BoundaryValues.Of(Places, Plain)[1][0].Apply(Plain).ShouldNotBeNull();

        changed["body"]!.ToJsonString().ShouldBe("""{"text":"ab","stars":1}""");
        Plain["body"]!.ToJsonString().ShouldBe("""{"text":"ab","stars":2}""");
    }
}
