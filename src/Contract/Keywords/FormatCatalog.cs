using System.Collections.Frozen;
using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Keywords;

/// <summary>
/// The formats that the kit knows: JSON Schema Validation, section 7.3, and those of OpenAPI 3.0.4 section 4.4 and of its format registry
/// that restrict values. Any other format only describes values.
/// </summary>
internal static class FormatCatalog
{
    private static readonly string[] Words = ["\"contract-kit\"", "\"contract kit {\""];

    private static readonly string[] Reference = ["\"contract kit {\"", "\"[\"", "\"\\\\\""];

    /// <summary>For formats that nearly every word has.</summary>
    private static readonly string[] Syntax = ["\"contract kit {\"", "\"-contract-kit-\"", "\"[\"", "\"\\\\\""];

    private const string Int64Least = "-9223372036854775808";
    private const string Int64Greatest = "9223372036854775807";
    private const string FloatGreatest = "3.40282346638528859811704183484516925440e38";
    private const string DoubleGreatest = "1.7976931348623157e308";

    /// <summary>Every format.</summary>
    public static IReadOnlyList<SchemaFormat> All { get; } =
    [
        Text("date-time", "\"2024-13-01T00:00:00.000Z\"", "\"contract-kit\"", "\"2024-01-01\"", "\"2024-01-01T25:00:00Z\""),
        Text("date", "\"contract-kit\"", "\"2024-13-01\"", "\"01/02/2024\""),
        Text("time", Words),
        Text("duration", Words),
        Text("email", Words),
        Text("idn-email", Words),
        Text("hostname", Syntax),
        Text("idn-hostname", Syntax),
        Text("ipv4", Words),
        Text("ipv6", Words),
        Text("uri", Words),
        Text("uri-reference", Reference),
        Text("iri", Words),
        Text("iri-reference", Reference),
        Text("uri-template", "\"contract kit {\"", "\"\\\\\""),
        Text("uuid", Words),
        Text("json-pointer", Syntax),
        Text("relative-json-pointer", Words),
        Text("regex", "\"[\"", "\"\\\\\""),
        Text("byte", "\"!not base64!\"", "\"a\""),
        Text("binary"),
        Text("password"),

        // Not a registered name, but a usual one for uri.
        Text("url"),
        Number("int32", "-2147483648", "2147483647", "2147483648", "-2147483649"),
        Number("int64", Int64Least, Int64Greatest, "9223372036854775808", "-9223372036854775809"),

        // The last ones are for integers, which 3.0 writes without an exponent.
        Number("float", $"-{FloatGreatest}", FloatGreatest, "3.5e38", "-3.5e38", $"1{new string('0', 39)}"),
        Number("double", $"-{DoubleGreatest}", DoubleGreatest, "1.8e308", "-1.8e308", $"1{new string('0', 309)}"),
    ];

    private static readonly FrozenDictionary<string, SchemaFormat> ByName =
        All.ToFrozenDictionary(format => format.Name, StringComparer.Ordinal);

    /// <summary>The format with that name; null for an unknown one, which every value has (JSON Schema Validation, 7.2.3).</summary>
    public static SchemaFormat? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether a value of the schema's types can break the format that a <c>format</c> keyword names.</summary>
    public static bool CanBreak(Func<string, DocumentNode?> sibling, DocumentNode keyword)
    {
        if (keyword.Value.ValueKind != JsonValueKind.String || Find(keyword.Value.GetString()!) is not { IsAsserted: true } format)
        {
            return false;
        }

        List<ValueTypes> types = sibling(KeywordNames.Type) is { } type ? [.. TypeNames.Read(type.Value)] : [];
        return types.Count == 0 || types.Exists(named => (named & format.AppliesTo) != 0);
    }

    private static SchemaFormat Text(string name, params string[] wrong) => new(name, ValueTypes.String) { WrongValues = wrong };

    private static SchemaFormat Number(string name, string least, string greatest, params string[] wrong) =>
        new(name, ValueTypes.Number)
        {
            WrongValues = wrong, Range = (least, greatest), IsOfIntegers = name.StartsWith("int", StringComparison.Ordinal),
        };
}
