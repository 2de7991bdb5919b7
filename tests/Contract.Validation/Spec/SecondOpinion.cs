using System.Text.Json.Nodes;
using NJsonSchema.Validation;
using Draft4Schema = NJsonSchema.JsonSchema;

using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Validation.Tests.Spec;

/// <summary>
/// NJsonSchema's verdict on a request of <c>spec/openapi.yaml</c>. It shares nothing with the kit: the document is a
/// <see cref="PlainDocument"/>, and draft 4, which NJsonSchema evaluates, has every keyword that the requests' schemas use.
/// </summary>
internal static class SecondOpinion
{
    /// <summary>
    /// The keywords that NJsonSchema finds broken in the request's body, or in its path parameter where it has no body; empty: it accepts.
    /// </summary>
    public static async Task<IReadOnlyList<string>> On(DocumentedRequest request)
    {
        var operation = PlainDocument.Root["paths"]![request.PathTemplate]![request.Method.ToLowerInvariant()]!;
        var (schema, instance) = request.Body is { } body
            ? (operation["requestBody"]!["content"]!["application/json"]!["schema"]!, body)
            : (operation["parameters"]![0]!["schema"]!, request.Parts["path"]!["id"]!);
        var evaluator = await Draft4Schema.FromJsonAsync(AsDraft4(schema));

        return [.. evaluator.Validate(instance.ToJsonString()).SelectMany(Leaves).Select(error => Keyword(error.Kind))];
    }

    /// <summary>The errors inside an error of an array's element or of a branch.</summary>
    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError { Errors: var inner } ? inner.Values.SelectMany(errors => errors).SelectMany(Leaves) : [error];

    private static string Keyword(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.ArrayExpected or ValidationErrorKind.ObjectExpected
            or ValidationErrorKind.StringExpected or ValidationErrorKind.IntegerExpected => "type",
        ValidationErrorKind.PropertyRequired => "required",
        ValidationErrorKind.NotInEnumeration => "enum",
        _ => kind.ToString(),
    };

    /// <summary>The schema with the document's components as its <c>definitions</c>.</summary>
    private static string AsDraft4(JsonNode schema)
    {
        var root = schema.DeepClone().AsObject();
        root["$schema"] = "http://json-schema.org/draft-04/schema#";
        root["definitions"] = PlainDocument.Root["components"]!["schemas"]!.DeepClone();
        if (root.Remove("$ref", out var reference))
        {
            root["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
        }

        return root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
    }
}
