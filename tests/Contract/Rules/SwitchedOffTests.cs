using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Tests.Rules;

/// <summary>Rules that are switched off are not enforced, and nothing else changes.</summary>
public sealed class SwitchedOffTests
{
    private static readonly string Document = SmallDocument.OfBody(
        "{ $ref: '#/components/schemas/Thing' }",
        components: """
            { Thing: {
              type: object,
              required: [a, b],
              properties: { a: { type: string, maxLength: 2 }, b: { anyOf: [{ type: integer }, { minLength: 3 }] } } } }
            """.ReplaceLineEndings(" "));

    [Theory]
    [InlineData("Thing/required/a", """{"b": 1}""", """{"a": "x"}""")]
    [InlineData("Thing/a/maxLength", """{"a": "long", "b": 1}""", """{"a": 1, "b": 1}""")]
    [InlineData("Thing/b/anyOf", """{"a": "x", "b": "y"}""", """{"a": "long", "b": "y"}""")]
    [InlineData("Thing/type", "[]", """{"a": 1, "b": 1}""")]
    public void A_switched_off_rule_lets_its_breach_pass_and_no_other(string rule, string passes, string fails)
    {
        var api = Load(rule);

        var schema = api.Operations[0].RequestBody!.Content[0].Schema!.Compiled(MessageDirection.Request)
            .ShouldBeOfType<CompileResult.Compiled>().Schema;

        schema.IsValid(Encoding.UTF8.GetBytes(passes)).ShouldBeTrue();
        schema.IsValid(Encoding.UTF8.GetBytes(fails)).ShouldBeFalse();
        api.Rules.Enforced(api.Rules.ById(rule)!).ShouldBeNull();
        api.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_of_OpenApi_itself_is_known_to_be_off()
    {
        var api = Load("add/body/required");

        api.Rules.Enforced(api.Rules.ForBody(api.Operations[0].RequestBody!)).ShouldBeNull();
        api.Rules.Enforced(api.Rules.ForStatus(api.Operations[0])).ShouldBe(api.Rules.ForStatus(api.Operations[0]));
    }

    [Fact]
    public void An_unknown_rule_is_a_warning_with_the_nearest()
    {
        var warning = Load("Thing/require/a").Diagnostics.ShouldHaveSingleItem();

        (warning.Code, warning.Severity, warning.Nearest)
            .ShouldBe((DiagnosticCodes.UnknownRule, DiagnosticSeverity.Warning, "Thing/required/a"));
    }

    private static ContractDescription Load(string rule) =>
        ContractLoader.LoadText(Document, "openapi.yaml", new() { SwitchedOff = new HashSet<string> { rule } })
            .ShouldBeOfType<LoadResult.Loaded>().Api;
}
