using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>Values of every JSON type that a schema's <c>type</c> does not name.</summary>
internal static class OtherTypes
{
    /// <summary>The number of requests for a type: each kind of JSON values, fractions apart, at both ends of an array.</summary>
    public const int Limit = 8;

    /// <summary>A value of each kind; beside <c>enum</c> or <c>const</c> only listed values, as others would break that rule.</summary>
    public static IEnumerable<JsonNode?> Values(DocumentNode schema, SchemaView view)
    {
        var allowed = view.Types(schema) ?? ValueTypes.Any;
        var listed = view.ListedValues(schema);
        return listed.Count > 0
            ? listed.Where(value => (TypeNames.OfValue(value) & allowed) == 0)
                .Select(value => JsonNode.Parse(value.GetRawText()))
            : ValueOfEachKind(allowed);
    }

    /// <summary>Words, if the type does not allow strings.</summary>
    public static IEnumerable<JsonNode?> Texts(DocumentNode schema, SchemaView view) =>
        ((view.Types(schema) ?? ValueTypes.Any) & ValueTypes.String) != 0 ? [] : ["contract-kit", "not-a-value"];

    private static IEnumerable<JsonNode?> ValueOfEachKind(ValueTypes allowed)
    {
        (ValueTypes Type, JsonNode? Value)[] kinds =
        [
            (ValueTypes.Fraction, 1.5),
            (ValueTypes.String, "contract-kit"),
            (ValueTypes.Number, 123),
            (ValueTypes.Array, new JsonArray("contract-kit")),
            (ValueTypes.Null, null),
            (ValueTypes.Boolean, true),
            (ValueTypes.Object, WrongValues.UnknownObject),
        ];

        // A fraction is a type of its own only where integers are allowed.
        return kinds
            .Where(kind => (kind.Type & allowed) == 0 && (kind.Type != ValueTypes.Fraction || (allowed & ValueTypes.Integer) != 0))
            .Select(kind => kind.Value);
    }
}
