using System.Text;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Tests;

public class DataGeneratorTests
{
    [Theory]
    [InlineData("{ type: integer }", "1")]
    [InlineData("{ type: number }", "12.5")]
    [InlineData("{ type: boolean }", "true")]
    [InlineData("{ type: 'null' }", "null")]
    [InlineData("{ type: ['null', integer] }", "1")]
    [InlineData("{ const: { a: [1, null] } }", """{"a":[1,null]}""")]
    [InlineData("{ enum: [null, b, c] }", "\"b\"")]
    [InlineData("{ type: string, enum: [3, b] }", "\"b\"")]
    [InlineData("true", "\"text\"")]
    [InlineData("{}", "\"text\"")]
    public void Types_and_enumerated_values_are_satisfied(string schema, string expected) =>
        Generated.Static(schema).ShouldBe(expected);

    [Theory]
    [InlineData("{ type: integer, minimum: 5 }", "5")]
    [InlineData("{ type: integer, exclusiveMinimum: 5 }", "6")]
    [InlineData("{ type: integer, exclusiveMinimum: 5, exclusiveMaximum: 7 }", "6")]
    [InlineData("{ type: integer, maximum: -3 }", "-3")]
    [InlineData("{ type: integer, minimum: 7, multipleOf: 5 }", "10")]
    [InlineData("{ type: number, minimum: 0.1, maximum: 0.3, multipleOf: 0.01 }", "0.3")]
    [InlineData("{ type: integer, minimum: 12345678901234567890 }", "12345678901234567890")]
    [InlineData("{ type: number, multipleOf: 0.0001, exclusiveMinimum: 1, maximum: 1.0001 }", "1.0001")]
    public void Limits_of_numbers_are_satisfied_exactly(string schema, string expected) =>
        Generated.Static(schema).ShouldBe(expected);

    [Fact]
    public void An_exclusive_minimum_of_OpenAPI_3_0_is_a_flag() =>
        Generated.Static("{ type: integer, minimum: 5, exclusiveMinimum: true }", version: "3.0.3").ShouldBe("6");

    [Theory]
    [InlineData("date-time", "2024-01-15T09:30:00Z")]
    [InlineData("date", "2024-01-15")]
    [InlineData("time", "09:30:00Z")]
    [InlineData("duration", "P1D")]
    [InlineData("email", "ada@example.com")]
    [InlineData("idn-email", "ada@example.com")]
    [InlineData("hostname", "ada.example.com")]
    [InlineData("idn-hostname", "ada.example.com")]
    [InlineData("ipv4", "192.0.2.1")]
    [InlineData("ipv6", "2001:db8::1")]
    [InlineData("uri", "https://example.com/ada")]
    [InlineData("uri-reference", "https://example.com/ada")]
    [InlineData("iri", "https://example.com/ada")]
    [InlineData("iri-reference", "https://example.com/ada")]
    [InlineData("uri-template", "https://example.com/ada/{id}")]
    [InlineData("json-pointer", "/ada")]
    [InlineData("relative-json-pointer", "0/ada")]
    [InlineData("regex", "^ada$")]
    [InlineData("byte", "YWRh")]
    [InlineData("binary", "ada")]
    [InlineData("password", "correct-horse")]
    public void Formats_have_their_usual_spelling(string format, string expected) =>
        Generated.Static($"{{ type: string, format: {format} }}").ShouldBe($"\"{expected}\"");

    [Theory]
    [InlineData("{ type: string, format: uuid }")]
    [InlineData("{ type: string, format: email, minLength: 100 }")]
    [InlineData("{ type: string, format: email, maxLength: 6 }")]
    [InlineData("{ type: string, format: hostname, minLength: 80 }")]
    [InlineData("{ type: string, format: uri, minLength: 200 }")]
    [InlineData("{ type: string, format: uri, maxLength: 12 }")]
    [InlineData("{ type: string, format: date-time, minLength: 30 }")]
    [InlineData("{ type: string, format: byte, minLength: 30, maxLength: 32 }")]
    [InlineData("{ type: string, format: date, pattern: '^20' }")]
    [InlineData("{ type: string, contentEncoding: base64 }")]
    [InlineData("{ type: string, pattern: abc, minLength: 10, maxLength: 10 }")]
    [InlineData("{ type: string, pattern: '^(\\d{3}-)?\\d{3}$', minLength: 6 }")]
    [InlineData("{ type: string, pattern: '^(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$', maxLength: 12 }")]
    [InlineData("{ type: string, allOf: [{ pattern: '^a' }, { pattern: 'z$' }, { minLength: 4 }] }")]
    [InlineData("{ type: integer, format: int32, minimum: 2147483647 }")]
    [InlineData("{ type: object, required: [b, c], dependentRequired: { b: [d] } }")]
    [InlineData("{ type: object, properties: { b: {} }, dependentSchemas: { b: { required: [d], properties: { d: { const: 9 } } } } }")]
    [InlineData("{ type: object, minProperties: 2, propertyNames: { pattern: '^[a-z]{2}$' } }")]
    [InlineData("{ type: object, minProperties: 2, patternProperties: { '^x-': { type: integer } }, additionalProperties: false }")]
    [InlineData("{ type: object, maxProperties: 1, properties: { a: {}, b: {}, c: {} }, required: [c] }")]
    [InlineData("{ type: object, unevaluatedProperties: false, allOf: [{ properties: { a: { type: integer } } }], properties: { b: {} } }")]
    [InlineData("{ type: array, contains: { const: 5 }, minContains: 2, items: { type: integer } }")]
    [InlineData("{ type: array, prefixItems: [{ type: string }, { type: integer }], items: false, minItems: 2 }")]
    [InlineData("{ type: array, prefixItems: [{ type: string }], unevaluatedItems: false }")]
    [InlineData("{ type: array, allOf: [{ prefixItems: [{ type: string }] }], unevaluatedItems: { type: integer }, minItems: 3 }")]
    [InlineData("{ type: array, unevaluatedItems: { enum: [1, 2, 3] }, uniqueItems: true, minItems: 3 }")]
    [InlineData("{ type: array, contains: { const: x }, minContains: 2, unevaluatedItems: false }")]
    [InlineData("{ type: array, prefixItems: [true, { type: integer }], allOf: [{ items: { minimum: 5 } }], minItems: 4 }")]
    [InlineData("{ type: array, uniqueItems: true, minItems: 3, items: { enum: [a, b, c] } }")]
    [InlineData("{ type: array, uniqueItems: true, minItems: 2, maxItems: 2, items: { type: boolean } }")]
    [InlineData("{ type: array, uniqueItems: true, minItems: 4, items: { type: integer, minimum: 1, maximum: 4 } }")]
    [InlineData("{ not: { type: string } }")]
    [InlineData("{ type: integer, not: { enum: [1, 2, 3] } }")]
    [InlineData("{ oneOf: [{ type: integer }, { type: number }] }")]
    [InlineData("{ oneOf: [{ required: [a] }, { required: [b] }], type: object, properties: { a: {}, b: {} } }")]
    [InlineData(
        "{ type: object, properties: { k: { enum: [b, a] }, x: {}, y: {} }, " +
        "if: { properties: { k: { const: a } } }, then: { required: [x] }, else: { required: [y] } }")]
    [InlineData("{ anyOf: [false, { type: integer, minimum: 9 }] }")]
    public void Every_keyword_is_satisfied_in_both_modes(string schema)
    {
        // Generated checks each result with the compiled schema.
        Generated.Static(schema).ShouldNotBeEmpty();
        for (ulong seed = 0; seed < 10; seed++)
        {
            Generated.Dynamic(schema, seed).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Values_are_plausible_for_their_names() =>
        Generated.Static("""
            {
              type: object,
              properties: {
                id: { type: integer }, user_name: { type: string }, contactEmail: { type: string },
                created_at: { type: string }, price: { type: number }, deleted: { type: boolean }
              }
            }
            """).ShouldBe(
            """{"id":1,"user_name":"ada","contactEmail":"ada@example.com","created_at":"2024-01-15T09:30:00Z",""" +
            "\"price\":19.99,\"deleted\":false}");

    [Fact]
    public void A_static_list_has_two_different_elements() =>
        Generated.Static("{ type: array, items: { type: object, properties: { id: { type: integer }, name: { type: string } } } }")
            .ShouldBe("""[{"id":1,"name":"Ada Lovelace"},{"id":2,"name":"Grace Hopper"}]""");

    [Fact]
    public void Undeclared_properties_are_not_invented() =>
        Generated.Static("{ type: object, additionalProperties: { type: integer } }").ShouldBe("{}");

    [Theory]
    [InlineData("{ type: integer, example: 42, default: 7 }", "42")]
    [InlineData("{ type: integer, examples: [wrong, 43], default: 7 }", "43")]
    [InlineData("{ type: integer, example: wrong, default: 7 }", "7")]
    [InlineData(
        "{ type: object, example: { a: 5, b: six }, properties: { a: { type: integer }, b: { type: integer } } }",
        """{"a":5,"b":1}""")]
    [InlineData(
        "{ allOf: [{ type: object, properties: { a: { type: integer } }, example: { a: 5 } }, { properties: { b: { type: integer } } }] }",
        """{"a":5,"b":1}""")]
    [InlineData("{ type: array, items: { type: integer, example: 5 } }", "[5,5]")]
    public void Valid_examples_and_defaults_are_preferred(string schema, string expected) =>
        Generated.Static(schema).ShouldBe(expected);

    [Fact]
    public void Dynamic_data_does_not_repeat_the_example() =>
        Enumerable.Range(0, 20).Select(seed => Generated.Dynamic("{ type: integer, example: 42000 }", (ulong)seed))
            .ShouldNotContain("42000");

    [Fact]
    public void The_origin_distinguishes_values_of_the_schema_from_generated_data()
    {
        Origin("{ type: integer, example: 1 }").ShouldBe(ValueOrigin.SchemaExample);
        Origin("{ type: integer, default: 1 }").ShouldBe(ValueOrigin.SchemaDefault);
        Origin("{ const: 1 }").ShouldBe(ValueOrigin.SchemaValue);
        Origin("{ type: integer }").ShouldBe(ValueOrigin.Generated);

        static ValueOrigin Origin(string schema) =>
            Generated.Outcome(schema, "{}", "3.1.0", MessageDirection.Response, 0, GenerationMode.Static)
                .ShouldBeOfType<GenerationOutcome.Generated>().Origin;
    }

    [Fact]
    public void WriteOnly_is_left_out_of_responses_and_readOnly_out_of_requests()
    {
        const string schema = """
            {
              type: object,
              required: [password, id],
              properties: { password: { type: string, writeOnly: true }, id: { type: integer, readOnly: true } }
            }
            """;

        Generated.Static(schema, direction: MessageDirection.Response).ShouldBe("""{"id":1}""");
        Generated.Static(schema, direction: MessageDirection.Request).ShouldBe("""{"password":"EXAMPLE_TOKEN"}""");
    }

    [Fact]
    public void An_OpenAPI_3_0_reference_hides_its_siblings() =>
        Generated.Static("{ $ref: '#/components/schemas/A', example: 5 }", "{ A: { type: integer } }", "3.0.3").ShouldBe("1");

    [Theory]
    [InlineData("{ type: string, nullable: true }", "\"text\"")]
    [InlineData("{ type: string, nullable: true, enum: [null] }", "null")]
    [InlineData("{ type: integer, const: 5 }", "1")]
    public void OpenAPI_3_0_has_its_own_keywords(string schema, string expected) =>
        Generated.Static(schema, version: "3.0.3").ShouldBe(expected);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        const string schema = """
            {
              type: object,
              properties: {
                id: { type: integer }, name: { type: string }, at: { type: string, format: date-time },
                key: { type: string, format: uuid }, tags: { type: array, items: { type: string } }
              }
            }
            """;

        Generated.Dynamic(schema, 7).ShouldBe(Generated.Dynamic(schema, 7));
        Enumerable.Range(0, 10).Select(seed => Generated.Dynamic(schema, (ulong)seed)).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public void A_seed_gives_the_same_data_on_every_machine() =>
        Generated.Dynamic("{ type: array, minItems: 3, items: { type: integer, minimum: 0, maximum: 99 } }", 1)
            .ShouldBe("[56,64,61]");

    [Fact]
    public void An_instance_over_the_size_limit_is_generated_again_with_fewer_levels()
    {
        const string text = "{ type: object, properties: { text: { type: string, minLength: 300 } } }";
        var (api, schema) = Generated.Schema(
            $"{{ type: array, items: {{ type: object, properties: {{ a: {text} }} }} }}", "{}", "3.1.0");

        var outcome = new DataGenerator(api, new GenerationLimits(MaxBytes: 200)).Generate(schema, MessageDirection.Response, 0);

        var json = outcome.ShouldBeOfType<GenerationOutcome.Generated>().Json;
        Encoding.UTF8.GetString(json.Span).ShouldBe("""[{"a":{}},{"a":{}}]""");
    }
}
