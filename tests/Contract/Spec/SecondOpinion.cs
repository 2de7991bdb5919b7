using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;
using YamlDotNet.Serialization;

namespace SocialApi.Contract.Tests.Spec;

/// <summary>
/// NJsonSchema's verdict on a request of <c>spec/openapi.yaml</c>. It shares nothing with the kit: the document is read by YamlDotNet's
/// own object mapping and the schemas are evaluated by NJsonSchema, whose draft 4 has every keyword that the requests' schemas use.
/// </summary>
internal static class SecondOpinion
{
    private static readonly JsonObject Document = Read();

    /// <summary>
    /// The keywords that NJsonSchema finds broken in the request's body, or in its path parameter where it has no body; empty: it accepts.
    /// </summary>
    public static async Task<IReadOnlyList<string>> On(DocumentedRequest request)
    {
        var operation = Document["paths"]![request.PathTemplate]![request.Method.ToLowerInvariant()]!;
        var (schema, instance) = request.Body is { } body
            ? (operation["requestBody"]!["content"]!["application/json"]!["schema"]!, body)
            : (operation["parameters"]![0]!["schema"]!, request.Parts["path"]!["id"]!);
        var evaluator = await JsonSchema.FromJsonAsync(AsDraft4(schema));

        return [.. evaluator.Validate(instance.ToJsonString()).SelectMany(Leaves).Select(error => Keyword(error.Kind))];
    }

    /// <summary>The errors behind one about an element of an array or a branch.</summary>
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
        root["definitions"] = Document["components"]!["schemas"]!.DeepClone();
        if (root.Remove("$ref", out var reference))
        {
            root["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
        }

        return root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
    }

    private static JsonObject Read()
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize(File.ReadAllText(Checkout.PathOf("spec/openapi.yaml")));
        return JsonNode.Parse(JsonSerializer.Serialize(Plain(yaml)))!.AsObject();
    }

    /// <summary>YamlDotNet's dictionaries have keys of type object, which System.Text.Json does not write.</summary>
    private static object? Plain(object? value) => value switch
    {
        IDictionary<object, object?> map => map.ToDictionary(pair => pair.Key.ToString()!, pair => Plain(pair.Value)),
        IList<object?> list => list.Select(Plain).ToList(),
        _ => value,
    };
}
