namespace SocialContract.Verification.Tests.Keywords;

/// <summary>
/// The schemas that show what the kit does with each keyword of the catalogue, and the reasons why it does not do some of it:
/// <see cref="KeywordSupportTests"/>.
/// </summary>
internal static class KeywordSupport
{
    /// <summary>A schema for each keyword that makes a rule. Plain values are not at the limit.</summary>
    public static Dictionary<string, string> Schemas { get; } = new()
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
    public static Dictionary<string, (string Schema, string Accepted, string Refused)> Effects { get; } = new()
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
    public static Dictionary<string, string> WithoutEvaluator { get; } = new()
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
    public static Dictionary<string, string> WithoutText { get; } = new()
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
    public static Dictionary<string, string> Hints { get; } = new()
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

    /// <summary>Schemas that show better than those of the keyword's rule or effect that the generator follows the keyword.</summary>
    public static Dictionary<string, string> Generated { get; } = new()
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
    public static Dictionary<string, string> WithoutGenerator { get; } = new()
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
    public static Dictionary<string, string> WithoutBreak { get; } = new()
    {
        ["nullable"] = "allows null, and refuses nothing that its schema allows without it",
    };

    /// <summary>Why the plain request is the one at a keyword's limit.</summary>
    public static Dictionary<string, string> TriedByPlain { get; } = new()
    {
        ["const"] = "its one value is in the plain request",
    };

    /// <summary>Why no request at a keyword's limit belongs to its rule.</summary>
    public static Dictionary<string, string> WithoutLimit { get; } = new()
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
}
