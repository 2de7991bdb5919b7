using SocialContract.Contract.Tests.Spec;

namespace SocialContract.MockServer.Tests.Foreign;

/// <summary>
/// OpenAPI documents that nobody here wrote: those of npm packages, installed when the tests are built, and the OpenAPI Initiative's, which stand
/// in a folder <c>shared</c> beside the checkout or in the one that the environment's <c>SHARED</c> names.
/// </summary>
internal static class ForeignDocuments
{
    public const string Initiative = "openapi-examples";
    public const string ReadMe = "@readme/oas-examples";
    public const string GitHub = "@octokit/openapi/generated/api.github.com.json";

    private static readonly string Shared =
        Environment.GetEnvironmentVariable("SHARED") is { Length: > 0 } folder ? folder : Path.GetFullPath(Checkout.PathOf("../shared"));

    private static readonly string Packages = Checkout.PathOf("tests/documents/node_modules");

    /// <summary>The OpenAPI documents of folders, by names that <see cref="PathOf"/> takes; a folder that is not here stands for itself.</summary>
    public static IEnumerable<string> In(params string[] folders) => folders.SelectMany(folder =>
    {
        var path = Full(folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(IsDocument)
                .Select(file => $"{folder}/{Path.GetRelativePath(path, file).Replace('\\', '/')}")
                .Order(StringComparer.Ordinal)
            : Enumerable.Repeat(folder, 1);
    });

    /// <summary>Where a document is; skips the test that asks for one that is not here.</summary>
    public static string PathOf(string name)
    {
        var path = Full(name);
        Assert.SkipUnless(File.Exists(path), name.StartsWith(Initiative, StringComparison.Ordinal)
            ? $"{name} is not here: it needs a folder shared beside the checkout with {Initiative} in it, or SHARED to name one."
            : $"{name} is not here: it needs npm ci in tests/documents, which building the tests does.");
        return path;
    }

    private static string Full(string name) => Path.Combine(name.StartsWith(Initiative, StringComparison.Ordinal) ? Shared : Packages, name);

    /// <summary>The folders also hold descriptions in prose, and files that are only parts of documents.</summary>
    private static bool IsDocument(string file) =>
        Path.GetExtension(file) is ".json" or ".yaml"
        && File.ReadLines(file).Take(5).Any(line => line.Contains("openapi", StringComparison.Ordinal) || line.Contains("swagger", StringComparison.Ordinal));
}
