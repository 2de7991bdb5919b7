using System.Text;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Tests.Reading;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Tests.Schemas;

/// <summary>What readOnly and writeOnly hide, and what required demands then: the validator, the rules and lint agree.</summary>
public sealed class HiddenPropertiesTests
{
    /// <summary>The schema of the required property p, and whether the mark hides it in 3.0 and in 3.1.</summary>
    public static TheoryData<string, bool, bool> Properties => new()
    {
        { "{ MARK: true, type: string }", true, true },
        { "{ MARK: false, type: string }", false, false },
        { "{ $ref: '#/components/schemas/Marked' }", true, true },
        { "{ $ref: '#/components/schemas/Chain' }", true, true },
        { "{ $ref: '#/components/schemas/Plain', MARK: true }", false, true },
        { "{ $ref: '#/components/schemas/Marked', MARK: false }", true, true },
        { "{ allOf: [{ $ref: '#/components/schemas/Marked' }] }", true, true },
        { "{ allOf: [{ $ref: '#/components/schemas/Plain' }, { MARK: true }] }", true, true },
        { "{ allOf: [{ $ref: '#/components/schemas/Plain' }], MARK: true }", true, true },
        { "{ allOf: [{ allOf: [{ $ref: '#/components/schemas/Nested' }] }] }", true, true },
        { "{ $ref: '#/components/schemas/Plain', allOf: [{ MARK: true }] }", false, true },
        { "{ anyOf: [{ $ref: '#/components/schemas/Marked' }, { $ref: '#/components/schemas/Plain' }] }", false, false },
        { "{ anyOf: [{ $ref: '#/components/schemas/Marked' }, { MARK: true, type: integer }] }", true, true },
        { "{ oneOf: [{ $ref: '#/components/schemas/Nested' }, { type: integer, MARK: true }] }", true, true },
        { "{ oneOf: [{ type: string }, { type: integer, MARK: true }] }", false, false },
        { "{ oneOf: [{ anyOf: [{ MARK: true, type: string }, { MARK: true, type: boolean }] }] }", true, true },
        { "{ not: { MARK: true, type: integer } }", false, false },
        { "{ if: { type: string }, then: { MARK: true }, else: { MARK: true } }", false, true },
        { "{ if: { type: string }, then: { MARK: true } }", false, false },
    };

    /// <summary>An object schema that requires p, and whether messages in the mark's direction may omit it.</summary>
    public static TheoryData<string, bool> Objects => new()
    {
        { "{ properties: { p: { MARK: true } }, allOf: [{ required: [p] }] }", true },
        { "{ allOf: [{ properties: { p: { MARK: true } } }, { required: [p] }] }", true },
        { "{ allOf: [{ $ref: '#/components/schemas/Base' }], required: [p] }", true },
        { "{ allOf: [{ $ref: '#/components/schemas/Base' }, { required: [p] }] }", true },
        { "{ allOf: [{ $ref: '#/components/schemas/Base' }, { allOf: [{ required: [p] }] }] }", true },
        { "{ allOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/NeedsP' }] }", false },
        { "{ properties: { p: { MARK: true } }, anyOf: [{ required: [p] }] }", false },
        { "{ properties: { p: { type: object, MARK: true, required: [p] } }, required: [p] }", true },
        { "{ properties: { p: { type: string } }, required: [p] }", false },
        { "{ required: [p] }", false },
    };

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_required_property_may_be_omitted_only_in_the_direction_that_hides_it(string property, bool in30, bool in31)
    {
        foreach (var (version, hidden) in new[] { ("3.0.4", in30), ("3.1.0", in31) })
        {
            foreach (var direction in Enum.GetValues<MessageDirection>())
            {
                Judge(version, $"{{ type: object, required: [p], properties: {{ p: {property} }} }}", direction).ShouldBe(
                    hidden ? Omissible : Demanded, $"{version} {direction} {property}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_name_in_required_is_exempt_where_the_schemas_around_it_hide_the_property(string schema, bool exempt)
    {
        foreach (var version in new[] { "3.0.4", "3.1.0" })
        {
            foreach (var direction in Enum.GetValues<MessageDirection>())
            {
                Judge(version, schema, direction).ShouldBe(exempt ? Omissible : Demanded, $"{version} {direction} {schema}");
            }
        }
    }

    [Fact]
    public void A_circle_of_branches_hides_nothing()
    {
        var api = Loading.Loaded("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components: { schemas: { Circle: { anyOf: [{ $ref: '#/components/schemas/Circle' }, { readOnly: true }] } } }
            """);
        var circle = api.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member("Circle")!.Value;

        api.View.IsHidden(circle, MessageDirection.Request).ShouldBeFalse();
    }

    /// <summary>Each schema of the circle has what all of them hide.</summary>
    [Theory]
    [InlineData("First")]
    [InlineData("Second")]
    [InlineData("Third")]
    public void The_schemas_of_a_circle_of_allOf_hide_the_same_properties(string name)
    {
        var api = Loading.Loaded("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                First: { allOf: [{ $ref: '#/components/schemas/Second' }], properties: { a: { readOnly: true } } }
                Second: { allOf: [{ $ref: '#/components/schemas/Third' }], properties: { b: { readOnly: true }, d: {} } }
                Third: { allOf: [{ $ref: '#/components/schemas/First' }], properties: { c: { readOnly: true } } }
            """);
        var schema = api.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member(name)!.Value;

        api.View.Hidden(MessageDirection.Request).NamesIn(schema).ShouldBe(["a", "b", "c"], ignoreOrder: true);
        api.View.Hidden(MessageDirection.Response).NamesIn(schema).ShouldBeEmpty();
    }

    private static (bool Accepted, bool AcceptedElsewhere, bool HasLint) Omissible => (true, false, true);

    private static (bool Accepted, bool AcceptedElsewhere, bool HasLint) Demanded => (false, false, false);

    /// <summary>Whether the validator accepts {} in the mark's direction and in the other, and whether lint tells of it.</summary>
    private static (bool Accepted, bool AcceptedElsewhere, bool HasLint) Judge(string version, string schema, MessageDirection direction)
    {
        var api = Loading.Loaded($$"""
            openapi: {{version}}
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: add
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Tested' } } } }
                  responses:
                    '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Tested' } } } }
            components:
              schemas:
                Tested: {{schema}}
                Plain: { type: string }
                Marked: { type: string, MARK: true }
                Chain: { $ref: '#/components/schemas/Nested' }
                Nested: { allOf: [{ $ref: '#/components/schemas/Marked' }] }
                Base: { type: object, properties: { p: { $ref: '#/components/schemas/Nested' } } }
                NeedsP: { required: [p] }
            """.Replace("MARK", direction == MessageDirection.Request ? "readOnly" : "writeOnly", StringComparison.Ordinal));
        var tested = api.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member("Tested")!.Value;
        var accepted = Accepts(api, tested, direction);

        // The rules of the direction are those that the validator holds messages to, where the rule is not inside a branch.
        var operation = api.Operations[0];
        var rules = direction == MessageDirection.Request
            ? api.Rules.Requests(operation)
            : api.Rules.Responses(operation);
        if (!schema.Contains("anyOf: [{ required", StringComparison.Ordinal))
        {
            rules.Any(use => use.Rule is { Keyword: "required", Property: "p" } && !use.Instance.EndsWith("/p", StringComparison.Ordinal))
                .ShouldBe(!accepted);
        }

        var other = direction == MessageDirection.Request ? MessageDirection.Response : MessageDirection.Request;
        var lint = Linter.Lint(api).Findings.Any(finding => finding.Code == LintCodes.ReadOnlyRequired);
        return (accepted, Accepts(api, tested, other), lint);
    }

    private static bool Accepts(ContractDescription api, DocumentNode schema, MessageDirection direction) =>
        api.Schemas.At(schema).Compiled(direction).ShouldBeOfType<CompileResult.Compiled>().Schema.IsValid(Encoding.UTF8.GetBytes("{}"));
}
