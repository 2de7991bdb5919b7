using System.Text.Json;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads the body of a response, which has at most one of four members.</summary>
internal static class StubBodyReader
{
    public static IReadOnlyList<string> Names { get; } = ["body", "jsonBody", "base64Body", "bodyFileName"];

    public static StubBody Read(StubNode node)
    {
        List<(string Name, StubNode Node)> given =
            [.. Names.Where(name => node.Member(name) is not null).Select(name => (name, node.Member(name)!.Value))];
        foreach (var (name, other) in given.Skip(1))
        {
            other.Fault($"`{given[0].Name}` is given too; a response has one of {string.Join(", ", Names)}");
        }

        return given.Count == 0 ? StubBody.Empty : Read(given[0].Name, given[0].Node);
    }

    private static StubBody Read(string name, StubNode node) => name switch
    {
        "jsonBody" => new StubBody.Json(node.Value),
        "body" => new StubBody.Text(node.Text() ?? ""),
        "base64Body" => Bytes(node),
        _ => File(node),
    };

    private static StubBody Bytes(StubNode node)
    {
        var text = node.Text() ?? "";
        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var length))
        {
            return new StubBody.Bytes(bytes.AsMemory(0, length));
        }

        node.Fault("it is not Base64 (RFC 4648)");
        return StubBody.Empty;
    }

    private static StubBody.File File(StubNode node)
    {
        var name = node.Text() ?? "";
        var isOutside = Path.IsPathRooted(name) || name.Contains('\0', StringComparison.Ordinal) || name is [_, ':', ..]
            || name.Split('/', '\\').Contains("..");
        if (isOutside || (node.Kind == JsonValueKind.String && name.Length == 0))
        {
            node.Fault($"'{name}' is not the name of a file in the folder of files; absolute paths and .. are refused");
        }

        return new StubBody.File(name);
    }
}
