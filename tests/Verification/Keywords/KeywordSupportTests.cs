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

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>
/// Five questions are asked of each keyword of the catalogue: is it evaluated, does a rule's text say it, does the generator follow it, is
/// there a request that it alone refuses, and is it tried at its limit? Where the kit does not do so, a reason says why not; a reason for
/// something that the kit does fails as well. A keyword that is added to the catalogue fails here until all that is done.
/// </summary>
public sealed class KeywordSupportTests
{
    /// <summary>A schema for each keyword that makes a rule. Plain values are not at the limit.</summary>
    private static readonly Dictionary<string, string> Schemas = new()
    {
        ["type"] = "{ type: [integer, 'null'], example: 1 }",
        ["enum"] = "{ enum: [a, b] }",
        ["const"] = "{ const: a }",
        ["multipleOf"] = "{ type: integer, multipleOf: 5 }",
        ["maximum"] = "{ type: integer, maximum: 5 }",
        ["exclusiveMaximum"] = "{ type: integer, exclusiveMaximum: 5 }",
        ["minimum"] = "{ type: integer, minimum: 5, example: 9 }",
        ["exclusiveMinimum"] = "{ type: integer, exclusiveMinimum: 5, example: 9 }",
        ["maxLength"] = "{ type: string, maxLength: 5 }",
        ["minLength"] = "{ type: string, minLength: 2 }",
        ["pattern"] = "{ type: string, pattern: '^a+$' }",
        ["format"] = "{ type: string, format: date }",
        ["items"] = "{ type: array, prefixItems: [{ const: a }], minItems: 1, items: false }",
        ["additionalItems"] = "{ type: array, items: [{ const: a }], minItems: 1, additionalItems: false }",
        ["unevaluatedItems"] = "{ type: array, prefixItems: [{ const: a }], minItems: 1, unevaluatedItems: false }",
        ["contains"] = "{ type: array, contains: { const: a } }",
        ["maxItems"] = "{ type: array, maxItems: 2 }",
        ["minItems"] = "{ type: array, minItems: 2, example: [a, b, c] }",
        ["uniqueItems"] = "{ type: array, uniqueItems: true, minItems: 1 }",
        ["additionalProperties"] = "{ type: object, properties: { a: { type: string } }, additionalProperties: false }",
        ["unevaluatedProperties"] = "{ type: object, properties: { a: { type: string } }, unevaluatedProperties: false }",
        ["propertyNames"] = "{ type: object, minProperties: 1, propertyNames: { maxLength: 20 } }",
        ["required"] = "{ type: object, required: [a] }",
        ["dependentRequired"] = "{ properties: { a: { const: x }, b: { const: x } }, dependentRequired: { a: [b] } }",
        ["dependentSchemas"] = "{ properties: { a: { const: x }, b: { const: x } }, dependentSchemas: { a: { required: [b] } } }",
        ["dependencies"] = "{ properties: { a: { const: x }, b: { const: x } }, dependencies: { a: [b] } }",
        ["maxProperties"] = "{ type: object, maxProperties: 2 }",
        ["minProperties"] = "{ type: object, minProperties: 2 }",
        ["anyOf"] = "{ anyOf: [{ type: string }, { type: integer }] }",
        ["oneOf"] = "{ oneOf: [{ type: string }, { type: integer }] }",
        ["not"] = "{ not: { type: integer } }",
        ["if"] =
            "{ properties: { a: { enum: [x, y] }, b: { const: z } }, if: { properties: { a: { const: x } } }, then: { required: [b] } }",
    };

    /// <summary>
    /// A schema for each keyword that has no rule of its own and changes the verdict all the same, a value that it lets pass, and a value
    /// that it refuses.
    /// </summary>
    private static readonly Dictionary<string, (string Schema, string Accepted, string Refused)> Effects = new()
    {
        ["$ref"] = ("{ $ref: '#/components/schemas/V/$defs/a', $defs: { a: { type: integer } } }", "1", "true"),
        ["$dynamicRef"] = ("{ $dynamicRef: '#a', $defs: { a: { $dynamicAnchor: a, type: integer } } }", "1", "true"),
        ["$recursiveRef"] = (
            "{ $ref: 'https://contract.test/r#/$defs/b', $defs: { a: { $id: 'https://contract.test/r', type: integer, "
                + "$defs: { b: { type: object, required: [c], properties: { c: { $recursiveRef: '#' } } } } } } }",
            """{"c":1}""",
            """{"c":true}"""),
        ["nullable"] = ("{ type: string, nullable: true }", "null", "1"),
        ["minContains"] = ("{ type: array, contains: { const: 1 }, minContains: 2 }", "[1, 1]", "[1]"),
        ["maxContains"] = ("{ type: array, contains: { const: 1 }, maxContains: 1 }", "[1]", "[1, 1]"),
        ["then"] = (
            "{ properties: { a: { enum: [x, y] }, b: { const: z } }, if: { properties: { a: { const: x } } }, then: { required: [b] } }",
            """{"a":"x","b":"z"}""",
            """{"a":"x"}"""),
        ["else"] = ("{ type: integer, if: { minimum: 5 }, else: { maximum: -5 } }", "-5", "0"),
        ["prefixItems"] = ("{ prefixItems: [{ type: integer }] }", "[1]", "[true]"),
        ["properties"] = ("{ properties: { a: { type: integer } } }", """{"a":1}""", """{"a":true}"""),
        ["patternProperties"] =
            ("{ minProperties: 1, patternProperties: { ^a: { type: integer } } }", """{"ab":1}""", """{"ab":true}"""),
        ["allOf"] = ("{ allOf: [{ type: integer }] }", "1", "true"),
    };

    /// <summary>Why a keyword is not evaluated, so that it has no rule, and there is nothing to break or to try.</summary>
    private static readonly Dictionary<string, string> WithoutEvaluator = new()
    {
        ["$schema"] = "chooses the dialect",
        ["$id"] = "names a schema",
        ["id"] = "names a schema up to draft 4",
        ["$recursiveAnchor"] = "names a schema in 2019-09",
        ["definitions"] = "keeps schemas up to draft 7, which count where they are referred to",
        ["$anchor"] = "names a schema",
        ["$dynamicAnchor"] = "names a schema",
        ["$vocabulary"] = "describes meta-schemas",
        ["$comment"] = "is for authors",
        ["$defs"] = "keeps schemas, which count where they are referred to",
        ["contentEncoding"] = "describes text, and tells which bytes a form carries; JSON Schema asserts nothing",
        ["contentMediaType"] = "describes text, and tells which bytes a form carries; JSON Schema asserts nothing",
        ["contentSchema"] = "describes the text's content; JSON Schema asserts nothing",
        ["discriminator"] = "selects the alternative to explain; OpenAPI lets it refuse nothing",
        ["title"] = "describes",
        ["description"] = "describes",
        ["default"] = "is offered as a value, and refuses nothing",
        ["example"] = "is offered as a value, and refuses nothing",
        ["examples"] = "are offered as values, and refuse nothing",
        ["readOnly"] = "takes names out of required in requests",
        ["writeOnly"] = "takes names out of required in responses",
        ["deprecated"] = "describes",
        ["xml"] = "says how values are written in XML",
        ["externalDocs"] = "describes",
    };

    /// <summary>Why an evaluated keyword has no text of its own.</summary>
    private static readonly Dictionary<string, string> WithoutText = new()
    {
        ["$ref"] = "the keywords of its target have texts",
        ["$dynamicRef"] = "the keywords of its target have texts",
        ["$recursiveRef"] = "the keywords of its target have texts",
        ["nullable"] = "the text of type says it",
        ["minContains"] = "the text of contains says it",
        ["maxContains"] = "the text of contains says it",
        ["then"] = "the text of if says it",
        ["else"] = "the text of if says it",
        ["prefixItems"] = "the keywords of its schemas have texts",
        ["properties"] = "the keywords of its schemas have texts",
        ["patternProperties"] = "the keywords of its schemas have texts",
        ["allOf"] = "the keywords of its schemas have texts",
    };

    /// <summary>A schema in whose values the generator follows a keyword that is not evaluated.</summary>
    private static readonly Dictionary<string, string> Hints = new()
    {
        ["contentEncoding"] = "{ type: string, contentEncoding: base64 }",
        ["contentMediaType"] = "{ type: string, contentMediaType: application/json }",
        ["contentSchema"] = "{ type: string, contentMediaType: application/json, contentSchema: { type: integer } }",
        ["discriminator"] = "{ oneOf: [{ $ref: '#/components/schemas/V/$defs/cat' }], discriminator: { propertyName: kind }, "
            + "$defs: { cat: { type: object, required: [kind], properties: { kind: { type: string } } } } }",
        ["default"] = "{ type: string, default: a-default }",
        ["example"] = "{ type: string, example: an-example }",
        ["examples"] = "{ type: string, examples: [an-example] }",
        ["readOnly"] = "{ type: object, required: [a], properties: { a: { type: string, readOnly: true } } }",
        ["writeOnly"] = "{ type: object, required: [a], properties: { a: { type: string, writeOnly: true } } }",
        ["title"] = "{ type: string, title: A title }",
        ["description"] = "{ type: string, description: A description }",
        ["deprecated"] = "{ type: string, deprecated: true }",
        ["xml"] = "{ type: string, xml: { name: a } }",
        ["externalDocs"] = "{ type: string, externalDocs: { url: https://contract.test } }",
        ["$comment"] = "{ type: string, $comment: A comment }",
    };

    /// <summary>Where another schema shows better than that of the keyword's rule or effect that the generator follows the keyword.</summary>
    private static readonly Dictionary<string, string> Generated = new()
    {
        ["else"] = "{ type: integer, maximum: 4, if: { minimum: 5 }, else: { maximum: -5 } }",
        ["minLength"] = "{ type: string, minLength: 90 }",
        ["maxContains"] = "{ type: array, minItems: 4, items: { enum: [1, 2] }, contains: { const: 1 }, maxContains: 1 }",
        ["uniqueItems"] = "{ type: array, minItems: 2, items: { enum: [a, b] }, uniqueItems: true }",
        ["additionalProperties"] = "{ type: object, required: [a], additionalProperties: { type: integer } }",
        ["unevaluatedProperties"] = "{ type: object, required: [a], unevaluatedProperties: { type: integer } }",
        ["maxProperties"] = "{ properties: { a: { const: x }, b: { const: x } }, maxProperties: 1 }",
        ["dependentRequired"] = "{ type: object, required: [a], dependentRequired: { a: [b] } }",
        ["dependentSchemas"] = "{ type: object, required: [a], dependentSchemas: { a: { required: [b] } } }",
        ["dependencies"] = "{ type: object, required: [a], dependencies: { a: [b] } }",
        ["not"] = "{ not: { type: string } }",
    };

    /// <summary>Why values do not depend on a keyword.</summary>
    private static readonly Dictionary<string, string> WithoutGenerator = new()
    {
        ["$schema"] = "chooses the dialect, whose keywords the generator follows",
        ["$id"] = "names a schema",
        ["id"] = "names a schema up to draft 4",
        ["$recursiveAnchor"] = "names a schema in 2019-09",
        ["definitions"] = "keeps schemas up to draft 7, which count where they are referred to",
        ["$anchor"] = "names a schema",
        ["$dynamicAnchor"] = "names a schema",
        ["$vocabulary"] = "describes meta-schemas",
        ["$comment"] = "is for authors",
        ["$defs"] = "keeps schemas, which count where they are referred to",
        ["contentMediaType"] = "tells which bytes a form carries; text is made alike for every media type",
        ["contentSchema"] = "JSON Schema asserts nothing of the text's content",
        ["title"] = "describes",
        ["description"] = "describes",
        ["deprecated"] = "describes",
        ["xml"] = "says how values are written in XML",
        ["externalDocs"] = "describes",
    };

    /// <summary>Why no request is refused by a keyword alone.</summary>
    private static readonly Dictionary<string, string> WithoutBreak = new()
    {
        ["nullable"] = "allows null, and refuses nothing that its schema allows without it",
    };

    /// <summary>Why the plain request is the one at a keyword's limit.</summary>
    private static readonly Dictionary<string, string> TriedByPlain = new()
    {
        ["const"] = "its one value is in the plain request",
    };

    /// <summary>Why no request at a keyword's limit belongs to its rule.</summary>
    private static readonly Dictionary<string, string> WithoutLimit = new()
    {
        ["multipleOf"] = "every multiple is like every other",
        ["pattern"] = "has no limit between texts",
        ["format"] = "has no limit between texts",
        ["items"] = "false allows no elements: the plain request has none",
        ["additionalItems"] = "false allows no elements: the plain request has none",
        ["unevaluatedItems"] = "false allows no elements: the plain request has none",
        ["uniqueItems"] = "the plain request has different elements",
        ["contains"] = "the plain request has as few elements as it takes",
        ["additionalProperties"] = "false allows no members: the plain request has none",
        ["unevaluatedProperties"] = "false allows no members: the plain request has none",
        ["propertyNames"] = "names have no limit of their own",
        ["required"] = "what is not required is left out, which is tried for the whole request",
        ["dependentRequired"] = "what is not required is left out, which is tried for the whole request",
        ["dependencies"] = "members are left out, which is tried for the whole request",
        ["dependentSchemas"] = "members are left out, which is tried for the whole request",
        ["maxProperties"] = "which members may be added is for other keywords to say",
        ["minProperties"] = "members are left out, which is tried for the whole request",
        ["not"] = "a refused schema has no limit",
        ["$ref"] = "the keywords of its target are tried at theirs",
        ["$dynamicRef"] = "the keywords of its target are tried at theirs",
        ["$recursiveRef"] = "the keywords of its target are tried at theirs",
        ["nullable"] = "null is tried as one of the types of type",
        ["minContains"] = "the plain request has as few elements as it takes",
        ["maxContains"] = "no value with as many matching elements as it allows is planned; that one more is refused is tried",
        ["then"] = "each result of its condition is tried",
        ["else"] = "each result of its condition is tried",
        ["prefixItems"] = "the keywords of its schemas are tried at theirs",
        ["properties"] = "the keywords of its schemas are tried at theirs",
        ["patternProperties"] = "the keywords of its schemas are tried at theirs",
        ["allOf"] = "the keywords of its schemas are tried at theirs",
    };

    /// <summary>The keywords that are evaluated.</summary>
    public static TheoryData<string> Evaluated => [.. Schemas.Keys, .. Effects.Keys];

    public static TheoryData<string> Rules => [.. Schemas.Keys];

    public static TheoryData<string> ChangesOfVerdict => [.. Effects.Keys];

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
    [InlineData("nullable")]
    [InlineData("minContains")]
    [InlineData("maxContains")]
    [InlineData("then")]
    [InlineData("else")]
    public void The_text_of_the_main_keyword_says_what_another_changes(string keyword)
    {
        var main = KeywordCatalog.Find(keyword)!.Modifies.ShouldNotBeNull();
        var (schema, _, _) = Effects[keyword];

        var with = Document(keyword, schema).RulesOf(main).First().Statement;

        with.ShouldNotBe(Without(keyword, schema).RulesOf(main).FirstOrDefault()?.Statement);
    }

    [Fact]
    public void Every_keyword_that_changes_another_is_asked_for_its_text() =>
        KeywordCatalog.All.Where(keyword => keyword.Modifies is not null).Select(keyword => keyword.Name)
            .ShouldBe(["nullable", "minContains", "maxContains", "then", "else"], ignoreOrder: true);

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
            .Any(testCase => testCase.Expectation == CaseExpectation.Refused && ValueOf(testCase) is { } value
                && !IsValid(with, value) && IsValid(without, value))
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

    private static bool IsValid(
        MemberDocument document, string value, MessageDirection direction = MessageDirection.Request) =>
        document.Api.Schemas.At(ComponentOf(document)).Compiled(direction).ShouldBeOfType<CompileResult.Compiled>().Schema.IsValid(Encoding.UTF8.GetBytes(value));

    /// <summary>The value of <c>v</c> in a case's body; null if there is none.</summary>
    private static string? ValueOf(ContractCase testCase)
    {
        try
        {
            return JsonNode.Parse(PlannedOperation.BodyOf(testCase)) is JsonObject body && body.ContainsKey("v")
                ? body["v"]?.ToJsonString() ?? "null"
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
