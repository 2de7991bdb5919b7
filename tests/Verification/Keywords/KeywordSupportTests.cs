using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Dialects;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Tests.Support;
using static SocialContract.Verification.Tests.Keywords.KeywordSupport;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>
/// Five questions are asked of each keyword of the catalogue: is it evaluated, does a rule's text say it, does the generator follow it, is
/// there a request that it alone refuses, and is it tried at its limit? Where the kit does not do so, a reason says why not; a reason for
/// something that the kit does fails as well. A keyword that is added to the catalogue fails here until all that is done.
/// </summary>
public sealed class KeywordSupportTests
{
    public static TheoryData<string> Rules => [.. Schemas.Keys];

    public static TheoryData<string> ChangesOfVerdict => [.. Effects.Keys];

    public static TheoryData<string> Modifiers =>
        [.. KeywordCatalog.All.Where(keyword => keyword.Modifies is not null).Select(keyword => keyword.Name)];

    public static TheoryData<string> Samples => [.. Schemas.Keys, .. Effects.Keys, .. Hints.Keys];

    [Fact]
    public void A_keyword_has_a_rule_or_an_effect_or_a_reason_why_not_and_only_one_of_them() =>
        Schemas.Keys.Concat(Effects.Keys).Concat(WithoutEvaluator.Keys)
            .ShouldBe(KeywordCatalog.All.Select(keyword => keyword.Name), ignoreOrder: true);

    [Fact]
    public void A_keyword_without_an_evaluator_only_names_keeps_or_describes() =>
        KeywordCatalog.All
            .Where(keyword =>
                keyword.Role is KeywordRole.Core or KeywordRole.Definitions or KeywordRole.Hint or KeywordRole.Annotation)
            .Select(keyword => keyword.Name)
            .ShouldBe(WithoutEvaluator.Keys, ignoreOrder: true);

    [Fact]
    public void An_evaluated_keyword_has_a_text_or_a_reason_why_not_and_only_one_of_them()
    {
        KeywordCatalog.All.Where(keyword => keyword.Statement is null).Select(keyword => keyword.Name)
            .ShouldBe(WithoutText.Keys.Concat(WithoutEvaluator.Keys), ignoreOrder: true);
        KeywordCatalog.All.Where(keyword => keyword.Statement is not null).Select(keyword => keyword.Name)
            .ShouldBe(Schemas.Keys, ignoreOrder: true);
    }

    /// <summary>Other keywords are broken through the keywords in their schemas, or the keyword that they change.</summary>
    [Fact]
    public void A_keyword_with_a_text_has_a_way_to_break_it_and_no_other_has() =>
        KeywordCatalog.All.Where(keyword => keyword.Break != KeywordBreak.None).Select(keyword => keyword.Name)
            .ShouldBe(Schemas.Keys, ignoreOrder: true);

    [Fact]
    public void An_evaluated_keyword_has_a_boundary_or_a_reason_why_not_and_only_one_of_them() =>
        KeywordCatalog.All.Where(keyword => keyword.Boundary == KeywordBoundary.None).Select(keyword => keyword.Name)
            .ShouldBe(WithoutLimit.Keys.Concat(WithoutEvaluator.Keys), ignoreOrder: true);

    [Fact]
    public void The_reasons_are_about_keywords_of_the_catalogue() =>
        WithoutGenerator.Keys.Concat(WithoutBreak.Keys).Concat(Hints.Keys).Concat(Generated.Keys)
            .Except(KeywordCatalog.All.Select(keyword => keyword.Name))
            .ShouldBeEmpty();

    [Fact]
    public void A_keyword_has_a_schema_for_the_generator_or_a_reason_why_not() =>
        KeywordCatalog.All.Select(keyword => keyword.Name)
            .Except(Schemas.Keys).Except(Effects.Keys).Except(Hints.Keys).Except(WithoutGenerator.Keys)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ChangesOfVerdict))]
    public void A_keyword_without_a_rule_of_its_own_changes_the_verdict(string keyword)
    {
        var (schema, accepted, refused) = Effects[keyword];
        var (with, without) = (Document(keyword, schema), Without(keyword, schema));

        IsValid(with, accepted).ShouldBeTrue();
        IsValid(with, refused).ShouldBeFalse();
        (IsValid(without, accepted) && IsValid(without, refused)).ShouldBe(keyword != "nullable");
    }

    [Theory]
    [MemberData(nameof(Modifiers))]
    public void The_text_of_the_main_keyword_says_what_another_changes(string keyword)
    {
        var main = KeywordCatalog.Find(keyword)!.Modifies.ShouldNotBeNull();
        var (schema, _, _) = Effects[keyword];

        var with = Document(keyword, schema).RulesOf(main).First().Statement;

        with.ShouldNotBe(Without(keyword, schema).RulesOf(main).FirstOrDefault()?.Statement);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_generator_follows_a_keyword_or_a_reason_says_why_not(string keyword)
    {
        var schema = Generated.GetValueOrDefault(keyword) ?? Hints.GetValueOrDefault(keyword)
            ?? Schemas.GetValueOrDefault(keyword) ?? Effects[keyword].Schema;
        var with = Document(keyword, schema);
        var values = Values(with);

        values.ShouldNotBeEmpty();
        values.ShouldAllBe(value => IsValid(with, value.Json, value.Direction));
        values.SequenceEqual(Values(Without(keyword, schema))).ShouldBe(WithoutGenerator.ContainsKey(keyword));
    }

    [Theory]
    [InlineData(SpecificationVersion.OpenApi30)]
    [InlineData(SpecificationVersion.OpenApi31)]
    public void A_keyword_of_a_version_is_one_of_its_dialects(SpecificationVersion version)
    {
        var dialect = version == SpecificationVersion.OpenApi30
            ? OpenApiDialects.V30
            : OpenApiDialects.V31;

        KeywordCatalog.All
            .Where(keyword => keyword.IsIn(version) && keyword.Versions != KeywordVersions.Older)
            .Where(keyword => !Has(dialect, keyword.Name))
            .Select(keyword => keyword.Name)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_value_is_generated_for_a_keyword_and_it_is_broken_alone(string keyword)
    {
        var (document, rule) = Of(keyword);

        document.Plan.Operations["add"].Plain.ShouldNotBeNull();
        document.CasesOf(rule, CaseExpectation.Refused).ShouldNotBeEmpty();
    }

    /// <summary>The plan of a schema has a request that is refused only because of the keyword.</summary>
    [Theory]
    [MemberData(nameof(ChangesOfVerdict))]
    public void A_keyword_without_a_rule_is_broken_through_another_or_a_reason_says_why_not(string keyword)
    {
        var schema = Effects[keyword].Schema;
        var (with, without) = (Document(keyword, schema), Without(keyword, schema));

        with.Plan.Cases
            .Where(testCase => testCase.Expectation == CaseExpectation.Refused)
            .Select(ValueOf)
            .Any(value => value is not null && !IsValid(with, value) && IsValid(without, value))
            .ShouldBe(!WithoutBreak.ContainsKey(keyword));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_keyword_is_tried_at_its_limit_or_a_reason_says_why_not(string keyword)
    {
        var (document, rule) = Of(keyword);

        var limits = document.CasesOf(rule, CaseExpectation.Accepted).Where(testCase => testCase.Id != "add/plain").ToList();
        (limits.Count > 0).ShouldBe(
            !WithoutLimit.ContainsKey(keyword) && !TriedByPlain.ContainsKey(keyword),
            $"{keyword}: {string.Join(", ", limits.Select(limit => limit.Id))}");
    }

    private static bool Has(Dialect dialect, string keyword)
    {
        try
        {
            return dialect[keyword] is not null;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private static (MemberDocument Document, Rule Rule) Of(string keyword)
    {
        var document = Document(keyword, Schemas[keyword]);
        return (document, document.RulesOf(keyword).First());
    }

    /// <summary>A document of a version and a dialect that have the keyword.</summary>
    private static MemberDocument Document(string keyword, string schema) => new(schema, KeywordCatalog.Find(keyword)!.Versions switch
    {
        KeywordVersions.Older => "3.1.0\njsonSchemaDialect: https://json-schema.org/draft/2019-09/schema",
        KeywordVersions.OpenApi30 => "3.0.4",
        _ => "3.1.0",
    });

    private static MemberDocument Without(string keyword, string schema)
    {
        var json = JsonNode.Parse(ComponentOf(Document(keyword, schema)).Value.GetRawText())!;
        Remove(json, keyword);
        return Document(keyword, json.ToJsonString());
    }

    /// <summary>Removes the keyword where it is nearest to the root.</summary>
    private static bool Remove(JsonNode json, string keyword) => json switch
    {
        JsonObject members when members.Remove(keyword) => true,
        JsonObject members => members.Any(member => member.Value is { } value && Remove(value, keyword)),
        _ => false,
    };

    private static DocumentNode ComponentOf(MemberDocument document) => document.Api.Documents.Root.Member("components")!.Value
        .Member("schemas")!.Value.Member("V")!.Value;

    private static bool IsValid(MemberDocument document, string value, MessageDirection direction = MessageDirection.Request) =>
        document.Api.Schemas.At(ComponentOf(document)).Compiled(direction).ShouldBeOfType<CompileResult.Compiled>()
            .Schema.IsValid(Encoding.UTF8.GetBytes(value));

    /// <summary>The value of <c>v</c> in a case's body; null if there is none.</summary>
    private static string? ValueOf(ContractCase testCase)
    {
        try
        {
            return JsonNode.Parse(PlannedOperation.BodyOf(testCase)) is JsonObject body && body.TryGetPropertyValue("v", out var value)
                ? value?.ToJsonString() ?? "null"
                : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Values for requests and responses, in each mode.</summary>
    private static List<(MessageDirection Direction, string Json)> Values(MemberDocument document)
    {
        var generator = new DataGenerator(document.Api);
        var schema = document.Api.Schemas.At(ComponentOf(document));
        return
        [
            .. from mode in Enum.GetValues<GenerationMode>()
               from direction in Enum.GetValues<MessageDirection>()
               from seed in Enumerable.Range(1, 8)
               let generated = generator.Generate(schema, direction, (ulong)seed, mode) as GenerationOutcome.Generated
               where generated is not null
               select (direction, Encoding.UTF8.GetString(generated.Json.Span)),
        ];
    }
}
