using System.Text;
using System.Text.Json;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Compilation;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>
/// Every format of the catalogue is evaluated, said in words, generated and broken, or only describes values. A format that is added to
/// the catalogue fails here until all that is done.
/// </summary>
public sealed class FormatSupportTests
{
    public static TheoryData<string> Asserted => [.. FormatCatalog.All.Where(format => format.IsAsserted).Select(format => format.Name)];

    public static TheoryData<string> Described => [.. FormatCatalog.All.Where(format => !format.IsAsserted).Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Asserted))]
    public void The_evaluator_refuses_the_wrong_values_of_a_format(string name)
    {
        var format = FormatCatalog.Find(name)!;
        var schema = Compile(name);

        format.WrongValues.Where(value => Accepts(schema, value)).ShouldBeEmpty();
        if (format.Range is { } range)
        {
            Accepts(schema, range.Least).ShouldBeTrue();
            Accepts(schema, range.Greatest).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Asserted))]
    public void A_format_has_a_rule_in_the_plan_with_a_request_that_breaks_it_alone(string name)
    {
        foreach (var type in TypeNames.Of(FormatCatalog.Find(name)!.AppliesTo).Append(name is "float" or "int32" ? "integer" : null))
        {
            foreach (var version in new[] { "3.0.4", "3.1.0" })
            {
                if (type is null)
                {
                    continue;
                }

                var document = new MemberDocument($"{{ type: {type}, format: {name} }}", version);

                var rule = document.RulesOf("format").ShouldHaveSingleItem();
                rule.Statement.ShouldBe($"v has the format {name}");
                document.Plan.Operations["add"].Plain.ShouldNotBeNull();
                document.CasesOf(rule, CaseExpectation.Refused).Any().ShouldBeTrue($"{version} {type}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void A_format_that_is_not_asserted_refuses_nothing_and_has_no_rule(string name)
    {
        Accepts(Compile(name), "\"contract kit {\"").ShouldBeTrue();
        RulesOf($"{{ type: string, format: {name} }}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ type: string, format: int32 }")]
    [InlineData("{ type: integer, format: date-time }")]
    [InlineData("{ type: [boolean, 'null'], format: float }")]
    [InlineData("{ type: string, format: unheard-of }")]
    public void A_format_of_values_that_the_type_excludes_has_no_rule(string schema) => RulesOf(schema).ShouldBeEmpty();

    private static IEnumerable<string> RulesOf(string schema) => new MemberDocument(schema).RulesOf("format").Select(rule => rule.Id);

    private static CompiledSchema Compile(string format)
    {
        var registry = new SchemaRegistry(new SchemaSettings { AssertFormats = true });
        var place = new Uri("https://example.com/schema.json");
        using var document = JsonDocument.Parse($$"""{"format":"{{format}}"}""");
        registry.Add(place, document.RootElement);
        return registry.Compile(place).ShouldBeOfType<CompileResult.Compiled>().Schema;
    }

    private static bool Accepts(CompiledSchema schema, string json) => schema.IsValid(Encoding.UTF8.GetBytes(json));
}
