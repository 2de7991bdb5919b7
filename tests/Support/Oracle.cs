namespace SocialContract.Tests.Support;

/// <summary>
/// Test data that others wrote and that is not part of the checkout: beside it in <c>shared</c>, or where an environment variable points.
/// Where it is absent its tests are skipped with one reason; where <c>CI</c> is set they fail, since a run there must prove everything.
/// </summary>
internal sealed class Oracle
{
    private readonly string _title;
    private readonly string _variable;
    private readonly string _sharedName;
    private readonly string _marker;
    private readonly string _source;
    private readonly Lazy<string?> _folder;

    private Oracle(string title, string variable, string sharedName, string marker, string source)
    {
        (_title, _variable, _sharedName, _marker, _source) = (title, variable, sharedName, marker, source);
        _folder = new(Find);
    }

    /// <summary>
    /// The official JSON Schema test suite: its folders <c>tests</c>, <c>remotes</c>, <c>annotations</c>, <c>output-tests</c>.
    /// </summary>
    public static Oracle JsonSchemaSuite { get; } = new(
        "the official JSON Schema test suite", "JSON_SCHEMA_TEST_SUITE", "json-schema-test-suite", "tests",
        "https://github.com/json-schema-org/JSON-Schema-Test-Suite");

    /// <summary>The OpenAPI Initiative's example documents, in <c>v3.0</c> and <c>v3.1</c>.</summary>
    public static Oracle OpenApiExamples { get; } = new(
        "the OpenAPI Initiative's examples", "OPENAPI_EXAMPLES", "openapi-examples", "v3.0",
        "https://github.com/OAI/learn.openapis.org (folder examples)");

    /// <summary>The full path of the folder, or null where it is absent.</summary>
    public string? Folder => _folder.Value;

    /// <summary>Why tests were skipped and how to run them: the same text for all of them.</summary>
    public string Reason =>
        $"not compared with {_title}: put {_source} into ../shared/{_sharedName} beside the checkout, or set {_variable} to its folder";

    /// <summary>The folder; skips the test where it is absent, and fails it where CI is set.</summary>
    public string Require()
    {
        if (Folder is { } folder)
        {
            return folder;
        }

        if (InContinuousIntegration)
        {
            Assert.Fail(Reason);
        }

        Assert.Skip(Reason);
        return "";
    }

    /// <summary>
    /// Files below a folder of the oracle, as sorted paths with slashes relative to the oracle's folder. Where the oracle is absent it
    /// is a single empty path, so that a theory has a case that calls <see cref="Require"/>.
    /// </summary>
    public IEnumerable<string> Files(string folder, string pattern, SearchOption depth = SearchOption.TopDirectoryOnly) =>
        Folder is not { } root
        ? [""]
        : Directory.EnumerateFiles(Path.Combine(root, folder), pattern, depth)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static bool InContinuousIntegration => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } and not ("false" or "0");

    private string? Find()
    {
        if (Environment.GetEnvironmentVariable(_variable) is { Length: > 0 } set)
        {
            return Holds(set) ? Path.GetFullPath(set) : null;
        }

        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            if (Path.Combine(parent.FullName, "shared", _sharedName) is var candidate && Holds(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private bool Holds(string folder) => Directory.Exists(Path.Combine(folder, _marker));
}
