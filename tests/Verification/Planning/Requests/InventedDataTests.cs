using System.Text.Json.Nodes;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Requests;

/// <summary>The values that make the requests of a case differ from those of others.</summary>
public sealed class InventedDataTests
{
    [Fact]
    public void Only_free_texts_that_identify_something_are_replaced() => InventedData.PlacesIn(PlannedOperation.WithBody("""
        { type: object, properties: {
          name: { type: string }, user_email: { type: string, format: email }, text: { type: string }, id: { type: integer },
          code: { type: string, pattern: "^[a-z]+$" }, key: { enum: [a, b] }, title: { type: string, maxLength: 10 } } }
        """.ReplaceLineEndings(" ")).Drafts.Places).ShouldBe(["/body/name", "/body/user_email"]);

    [Fact]
    public void A_replaced_text_keeps_its_kind()
    {
        var changed = Apply(0, "a/1");

        changed["name"]!.GetValue<string>().ShouldMatch("^contract-kit-[0-9a-f]{10}-1$");
        changed["email"]!.GetValue<string>().ShouldMatch("^contract-kit-[0-9a-f]{10}-2@example[.]com$");
        changed["phone"]!.GetValue<string>().ShouldMatch("^99[0-9]{12}$");
    }

    [Fact]
    public void The_same_seed_and_case_give_the_same_values_and_others_do_not()
    {
        var values = Apply(0, "a/1").ToJsonString();

        Apply(0, "a/1").ToJsonString().ShouldBe(values);
        Apply(1, "a/1").ToJsonString().ShouldNotBe(values);
        Apply(0, "a/2").ToJsonString().ShouldNotBe(values);
    }

    private static JsonNode Apply(ulong seed, string caseId) => new InventedData(seed).Apply(
        JsonNode.Parse("""{"body":{"name":"Ann","email":"ann@example.org","phone":"123456"}}""")!.AsObject(),
        ["/body/name", "/body/email", "/body/phone"],
        caseId)["body"]!;
}
