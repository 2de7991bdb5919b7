using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace SocialContract.Contract.Tests.Spec;

/// <summary><c>spec/openapi.yaml</c> as JSON, read by YamlDotNet's own object mapping and not by the kit.</summary>
internal static class PlainDocument
{
    public static JsonObject Root { get; } = Read();

    /// <summary>Every object of the document, with its RFC 6901 pointer.</summary>
    public static IEnumerable<(string Pointer, JsonObject Value)> Objects() => Objects("", Root);

    private static IEnumerable<(string Pointer, JsonObject Value)> Objects(string pointer, JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => Objects($"{pointer}/{Escaped(member.Key)}", member.Value)).Prepend((pointer, value)),
        JsonArray list => list.SelectMany((element, index) => Objects($"{pointer}/{index}", element)),
        _ => [],
    };

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

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
