using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>
/// In each dialect, the view, the rules, the generator and the plan know a keyword exactly where the evaluation of schemas knows it. What
/// is expected is not listed: a keyword counts where the verdict on an instance differs from the verdict without the keyword.
/// </summary>
public sealed class KeywordDialectTests
{
    /// <summary>Keywords that change no verdict; OpenAPI reads the last five in each dialect.</summary>
    private static readonly string[] WithoutEffect =
    [
        "$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary", "$comment", "$defs", "definitions",
        "contentEncoding", "contentMediaType", "contentSchema", "discriminator", "title", "description", "default", "example", "examples",
        "readOnly", "writeOnly", "deprecated", "xml", "externalDocs",
    ];

    private static readonly Dictionary<string, string> Dialects = new()
    {
        ["OpenAPI 3.1"] = "https://spec.openapis.org/oas/3.1/dialect/base",
        ["2020-12"] = "https://json-schema.org/draft/2020-12/schema",
        ["2019-09"] = "https://json-schema.org/draft/2019-09/schema",
        ["draft 7"] = "http://json-schema.org/draft-07/schema#",
        ["draft 6"] = "http://json-schema.org/draft-06/schema#",
        ["draft 4"] = "http://json-schema.org/draft-04/schema#",
    };

    public static TheoryData<string, bool> Documents =>
        [("OpenAPI 3.0", false), .. Dialects.Keys.SelectMany(IEnumerable<(string, bool)> (name) => [(name, false), (name, true)])];

    [Fact]
    public void Every_keyword_of_the_table_has_a_sample_or_changes_no_verdict() =>
        KeywordSample.All.Select(sample => sample.Keyword).Distinct().Concat(WithoutEffect)
            .ShouldBe(KeywordCatalog.All.Select(keyword => keyword.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_keyword_is_known_exactly_where_it_is_evaluated(string dialect, bool isEmbedded)
    {
        var api = Api(dialect, isEmbedded);
        var plan = CasePlanner.Plan(api, PlanOptions.Default);
        var differences = new List<string>();
        var counted = 0;
        for (var index = 0; index < KeywordSample.All.Count; index++)
        {
            var sample = KeywordSample.All[index];
            var schema = Component(api, $"With{index}");
            var operation = Operation(api, $"op{index}");
            api.FaultsOf(operation).ShouldNotContain(fault => fault.Code.StartsWith("reference.", StringComparison.Ordinal));
            if (isEmbedded && !sample.Schema.Contains("\"$ref\"", StringComparison.Ordinal))
            {
                api.View.DialectAt(schema).Id.OriginalString.ShouldBe(Dialects[dialect]);
            }

            var isRefused = plan.Cases.Any(testCase => testCase.Operation == operation && testCase.Expectation == CaseExpectation.Refused
                && testCase.Checks.Any(check => check.Id.StartsWith("With", StringComparison.Ordinal)));
            if (Compiled(api, schema) is not { } with)
            {
                // The dialect does not have such a value: the operation has a fault, and is not planned.
                Note(sample, "a plan", isRefused);
                continue;
            }

            var instance = Encoding.UTF8.GetBytes(sample.Instance);
            var without = Compiled(api, Component(api, $"Without{index}")).ShouldNotBeNull();
            var counts = with.IsValid(instance) != without.IsValid(instance);
            counted += counts ? 1 : 0;
            if (!sample.IsIdle && (sample.Keyword != "$recursiveRef" || isEmbedded))
            {
                var owner = sample.Owner.Split('/', StringSplitOptions.RemoveEmptyEntries)
                    .Aggregate(schema, (place, name) => place.Member(name)!.Value);
                var pointer = $"{owner.Pointer}/{sample.Keyword}";
                Note(sample, "the view", api.View.Keywords(owner).Any(entry => entry.Value.Pointer == pointer) != counts);
            }

            // A generator that ignores the keyword makes the same values without it. An idle keyword may tell it which type is meant.
            var (generated, plain) = (Generated(api, $"With{index}"), Generated(api, $"Without{index}"));
            var isObeyed = generated.Count > 0 && generated.All(value => with.IsValid(Encoding.UTF8.GetBytes(value)));
            Note(sample, "the generator", counts ? !isObeyed : !sample.IsIdle && !generated.SequenceEqual(plain));

            // Without the keyword there are no rules, so that it is the keyword that has them.
            if (!HasRules(api, $"no{index}"))
            {
                Note(sample, "the rules", HasRules(api, $"op{index}") != counts);
                Note(sample, "the plan", isRefused && !counts);
            }
        }

        differences.ShouldBeEmpty();
        counted.ShouldBeGreaterThan(25);

        void Note(KeywordSample sample, string who, bool differs)
        {
            if (differs)
            {
                differences.Add($"{who}: {sample.Keyword} in {sample.Schema}");
            }
        }
    }

    private static bool HasRules(ContractDescription api, string operation) =>
        api.Rules.Requests(Operation(api, operation)).Any(use => use.Rule.Kind is RuleKind.Keyword or RuleKind.FalseSchema);

    /// <summary>The texts of values for requests, in each mode.</summary>
    private static List<string> Generated(ContractDescription api, string component)
    {
        var generator = new DataGenerator(api);
        var schema = api.Schemas.At(Component(api, component));
        return
        [
            .. Enum.GetValues<GenerationMode>().SelectMany(mode => Enumerable.Range(1, 8)
                .Select(seed => generator.Generate(schema, MessageDirection.Request, (ulong)seed, mode))
                .OfType<GenerationOutcome.Generated>()
                .Select(outcome => Encoding.UTF8.GetString(outcome.Json.Span))),
        ];
    }

    private static CompiledSchema? Compiled(ContractDescription api, DocumentNode schema) =>
        (api.Schemas.At(schema).Compiled(MessageDirection.Request) as CompileResult.Compiled)?.Schema;

    private static Operation Operation(ContractDescription api, string id) => api.Operations.Single(operation => operation.Id == id);

    private static DocumentNode Component(ContractDescription api, string name) =>
        api.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member(name)!.Value;

    private static ContractDescription Api(string dialect, bool isEmbedded)
    {
        var version = dialect == "OpenAPI 3.0" ? "3.0.4" : "3.1.0";
        var uri = Dialects.GetValueOrDefault(dialect);
        var schemas = new JsonObject { ["Any"] = Schema("Any", "{}"), ["Text"] = Schema("Text", """{ "type": "string" }""") };
        var paths = new JsonObject();
        for (var index = 0; index < KeywordSample.All.Count; index++)
        {
            Add($"op{index}", $"With{index}", KeywordSample.All[index].Schema);
            Add($"no{index}", $"Without{index}", KeywordSample.All[index].Without());
        }

        var document = new JsonObject
        {
            ["openapi"] = version,
            ["info"] = JsonNode.Parse("""{ "title": "T", "version": "1" }"""),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
        if (uri is not null && !isEmbedded)
        {
            document["jsonSchemaDialect"] = uri;
        }

        return ContractLoader.LoadText(document.ToJsonString(), "openapi.json").ShouldBeOfType<LoadResult.Loaded>().Api;

        void Add(string id, string name, string schema)
        {
            schemas[name] = Schema(name, schema);
            paths[$"/{id}"] = JsonNode.Parse(
                $$$"""
                { "post": { "operationId": "{{{id}}}", "responses": { "200": { "description": "A" }, "422": { "description": "B" } },
                  "requestBody": { "required": true, "content": { "application/json": {
                    "schema": { "$ref": "#/components/schemas/{{{name}}}" } } } } } }
                """);
        }

        JsonObject Schema(string name, string text)
        {
            var target = isEmbedded ? "https://contract.test/" : "#/components/schemas/";
            var schema = JsonNode.Parse(text.Replace("to:", target, StringComparison.Ordinal))!.AsObject();
            if (isEmbedded)
            {
                schema.Insert(0, dialect == "draft 4" ? "id" : "$id", $"https://contract.test/{name}");
                schema.Insert(1, "$schema", uri);
            }

            return schema;
        }
    }
}
