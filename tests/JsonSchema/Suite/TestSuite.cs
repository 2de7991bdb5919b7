using System.Text.Json;
using SocialContract.JsonSchema.Compilation;

namespace SocialContract.JsonSchema.Tests.Suite;

/// <summary>The official JSON Schema test suite: test data beside the checkout that is never committed.</summary>
internal static class TestSuite
{
    private const string Variable = "JSON_SCHEMA_TEST_SUITE";

    private static readonly Lazy<string?> Folder = new(Find);

    /// <summary>The suite's folder; null where there is none.</summary>
    public static string? Path => Folder.Value;

    /// <summary>What an absent suite leaves unproven, and how to get it.</summary>
    public static string Missing =>
        "Not proven: that the evaluator agrees with the official JSON Schema test suite, which is missing. Clone "
        + "https://github.com/json-schema-org/JSON-Schema-Test-Suite to ../shared/json-schema-test-suite beside the checkout, or let "
        + $"{Variable} (now '{Environment.GetEnvironmentVariable(Variable)}') name the folder of a clone.";

    /// <summary>The suite's files in a folder, as paths relative to the suite; none where the suite is missing.</summary>
    public static IEnumerable<string> Files(string folder, SearchOption depth = SearchOption.TopDirectoryOnly) => Path is null
        ? []
        : Directory.EnumerateFiles(System.IO.Path.Combine(Path, folder), "*.json", depth)
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static JsonElement Read(string file)
    {
        using var stream = File.OpenRead(System.IO.Path.Combine(Path!, file));
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

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set)
        {
            return Directory.Exists(System.IO.Path.Combine(set, "tests")) ? set : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared", "json-schema-test-suite");
            if (Directory.Exists(System.IO.Path.Combine(candidate, "tests")))
            {
                return candidate;
            }
        }

        return null;
    }
}
