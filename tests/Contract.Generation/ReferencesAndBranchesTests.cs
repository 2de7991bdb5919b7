namespace SocialContract.Contract.Generation.Tests;

/// <summary>Data for schemas with references, recursion, branches and discriminators.</summary>
public class ReferencesAndBranchesTests
{
    [Fact]
    public void Recursion_ends_as_early_as_the_schema_allows() =>
        Generated.Static(
            "{ $ref: '#/components/schemas/Node' }",
            """
            {
              Node: {
                type: object,
                required: [name, next],
                properties: {
                  name: { type: string },
                  children: { type: array, items: { $ref: '#/components/schemas/Node' } },
                  next: { anyOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] },
                  other: { $ref: '#/components/schemas/Node' }
                }
              }
            }
            """)
            .ShouldBe("""{"name":"Ada Lovelace","children":[],"next":null}""");

    [Fact]
    public void A_reference_to_an_anchor_is_followed() =>
        Generated.Static("{ $ref: '#name' }", "{ Name: { $anchor: name, type: string, const: found } }").ShouldBe("\"found\"");

    [Fact]
    public void A_reference_within_a_schema_that_has_an_id_is_followed() =>
        Generated.Static(
            "{ $ref: 'https://example.com/tree' }",
            """
            {
              Tree: { $id: 'https://example.com/tree', $ref: '#/$defs/leaf', $defs: { leaf: { const: found } } },
              Leaf: { $ref: '#/components/schemas/Tree' }
            }
            """)
            .ShouldBe("\"found\"");

    [Fact]
    public void A_dynamic_reference_is_followed() =>
        Generated.Static(
            "{ $ref: '#/components/schemas/Tree' }",
            """
            {
              Tree: {
                $dynamicAnchor: node,
                type: object,
                required: [name],
                properties: { name: { const: a }, child: { $dynamicRef: '#node' } }
              }
            }
            """)
            .ShouldBe("""{"name":"a"}""");

    [Fact]
    public void Infinite_recursion_is_reported_as_such() =>
        Generated.Impossible(
            "{ $ref: '#/components/schemas/Node' }",
            "{ Node: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Node' } } } }")
            .Reason.ShouldBe("an instance would be infinite: it must contain another instance of the same schema");

    [Fact]
    public void Data_for_diamonds_of_references_stays_small()
    {
        var levels = string.Join(", ", Enumerable.Range(0, 30).Select(level =>
        {
            var next = $"{{ $ref: '#/components/schemas/L{level + 1}' }}";
            return $"L{level}: {{ type: object, properties: {{ a: {next}, b: {next} }} }}";
        }));

        var json = Generated.Static("{ $ref: '#/components/schemas/L0' }", $"{{ {levels}, L30: {{ type: integer }} }}");

        json.Length.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public void A_branch_has_its_key_in_the_discriminator_s_mapping() =>
        Generated.Static(
            """
            {
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
              discriminator: { propertyName: kind, mapping: { kitty: '#/components/schemas/Cat' } }
            }
            """,
            """
            {
              Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: integer } } },
              Dog: { type: object, required: [kind, bark], properties: { kind: { type: string }, bark: { type: string } } }
            }
            """)
            .ShouldBe("""{"kind":"kitty","lives":1}""");

    [Theory]
    [InlineData("cat.json")]
    [InlineData("#/components/schemas/cat.json")]
    [InlineData("#/components/schemas/cat%2Ejson")]
    public void A_branch_that_looks_like_a_file_has_its_key_in_the_discriminator_s_mapping(string mapped) =>
        Generated.Static(
            $$"""
            {
              oneOf: [{ $ref: '#/components/schemas/cat.json' }],
              discriminator: { propertyName: kind, mapping: { kitty: '{{mapped}}' } }
            }
            """,
            "{ cat.json: { type: object, required: [kind], properties: { kind: { type: string } } } }")
            .ShouldBe("""{"kind":"kitty"}""");

    [Fact]
    public void A_null_makes_the_other_branch_of_oneOf_reject_the_object() =>
        Generated.Static("""
            {
              oneOf: [
                { type: object, properties: { lives: { type: integer } } },
                { type: object, properties: { bark: { type: string } } }
              ]
            }
            """)
            .ShouldBe("""{"lives":1,"bark":null}""");

    [Fact]
    public void A_parent_with_a_discriminator_is_generated_as_a_child() =>
        Generated.Static(
            "{ $ref: '#/components/schemas/Pet' }",
            """
            {
              Pet: {
                type: object,
                required: [kind],
                properties: { kind: { type: string } },
                discriminator: { propertyName: kind, mapping: { kitty: Cat } }
              },
              Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
            }
            """)
            .ShouldBe("""{"kind":"kitty","lives":1}""");
}
