using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.Tests.Support;

namespace SocialContract.JsonSchema.Tests.Suite;

/// <summary>The files of the official JSON Schema test suite.</summary>
internal static class TestSuite
{
    /// <summary>The JSON files in a folder, as paths relative to the suite; none where the suite is missing.</summary>
    public static IEnumerable<string> Files(string folder, SearchOption depth = SearchOption.TopDirectoryOnly) =>
        Oracle.JsonSchemaSuite.Folder is null ? [] : Oracle.JsonSchemaSuite.Files(folder, "*.json", depth);

    public static JsonElement Read(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Oracle.JsonSchemaSuite.Require(), file));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>A registry with the suite's remote documents at the address that its schemas expect.</summary>
    public static SchemaRegistry Registry(SchemaSettings settings)
    {
        var registry = new SchemaRegistry(settings);
        foreach (var file in Files("remotes", SearchOption.AllDirectories))
        {
            registry.Add(new Uri("http://localhost:1234/" + file["remotes/".Length..]), Read(file));
        }

        return registry;
    }
}
