using SocialContract.Tests.Support;

namespace SocialContract.Contract.Export.Tests.Schemas;

/// <summary>Documents with each kind of keyword that is written in another way than the document has it.</summary>
internal static class KindDocuments
{
    public static string OpenApi30 { get; } = SmallDocument.OfBody(
        "{ $ref: '#/components/schemas/Item' }",
        "3.0.3",
        """
        {
          Item: {
            type: object,
            required: [id, secret, name, size],
            additionalProperties: false,
            properties: {
              id: { type: integer, readOnly: true },
              secret: { type: string, writeOnly: true },
              name: { type: string, nullable: true, minLength: 2 },
              size: { type: number, minimum: 0, exclusiveMinimum: true, maximum: 10, exclusiveMaximum: true },
              count: { type: integer, format: int32, minimum: 1, exclusiveMinimum: false },
              big: { type: integer, format: int64 },
              choice: { type: string, nullable: true, enum: [a, b, null] },
              made: { type: string, format: date-time },
              tags: { type: array, uniqueItems: true, maxItems: 2, items: { type: string, pattern: '^[a-z]' } },
              parent: { $ref: '#/components/schemas/Item', description: Ignored., required: [no-such] },
              either: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
            }
          },
          Cat: { type: object, required: [meow], properties: { meow: { type: boolean } } },
          Dog: { allOf: [{ $ref: '#/components/schemas/Cat/properties/meow' }, { not: { enum: [true] } }] }
        }
        """.ReplaceLineEndings(" "));

    public static string OpenApi31 { get; } = SmallDocument.OfBody(
        "{ $ref: '#/components/schemas/Item' }",
        "3.1.0",
        """
        {
          Item: {
            $id: 'https://example.com/item',
            $anchor: here,
            type: [object, 'null'],
            required: [name],
            unevaluatedProperties: false,
            allOf: [{ properties: { name: { type: string, const: ab }, size: { type: integer, exclusiveMinimum: 0, multipleOf: 2 } } }],
            properties: {
              pair: { prefixItems: [{ type: string }, { type: integer }], items: false },
              some: { type: array, contains: { const: 1 }, minContains: 1, maxContains: 1 },
              words: { propertyNames: { maxLength: 3 }, patternProperties: { '^x': { type: string } }, minProperties: 1 },
              rule: { if: { type: string }, then: { minLength: 2 }, else: { type: [number, 'null'] } },
              own: { $ref: '#here' },
              part: { $ref: '#/$defs/Part', maxLength: 3 },
              needs: { dependentRequired: { a: [b] }, dependentSchemas: { b: { required: [a] } } },
              never: false
            },
            $defs: { Part: { type: string, minLength: 1 } }
          }
        }
        """.ReplaceLineEndings(" "));
}
