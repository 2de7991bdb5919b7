using SocialContract.Contract.Tests.Spec;
using SocialContract.Tests.Support;

namespace SocialContract.MockServer.Tests.Foreign;

/// <summary>
/// OpenAPI documents that others wrote: those of npm packages, installed when the tests are built, and the OpenAPI Initiative's examples.
/// </summary>
internal static class ForeignDocuments
{
    public const string Initiative = "openapi-examples";
    public const string ReadMe = "@readme/oas-examples";
    public const string GitHub = "@octokit/openapi/generated/api.github.com.json";

    private static readonly string Packages = Checkout.PathOf("tests/documents/node_modules");

    /// <summary>The OpenAPI documents of folders, by names that <see cref="PathOf"/> takes; an absent folder stands for itself.</summary>
    public static IEnumerable<string> In(params string[] folders) => folders.SelectMany(folder =>
    {
        var path = Full(folder);
        return path is not null
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(IsDocument)
                .Select(file => $"{folder}/{Path.GetRelativePath(path, file).Replace('\\', '/')}")
                .Order(StringComparer.Ordinal)
            : Enumerable.Repeat(folder, 1);
    });

    /// <summary>
    /// The full path of a document. Where the Initiative's examples are absent the test is skipped, or fails where CI is set.
    /// </summary>
    public static string PathOf(string name)
    {
        if (IsInitiative(name))
        {
            Oracle.OpenApiExamples.Require();
        }

        return Full(name)!;
    }

    private static bool IsInitiative(string name) => name.StartsWith(Initiative, StringComparison.Ordinal);

    private static string? Full(string name) => !IsInitiative(name)
        ? Path.Combine(Packages, name)
        : Oracle.OpenApiExamples.Folder is { } folder ? Path.Combine(folder, name[Initiative.Length..].TrimStart('/')) : null;

    /// <summary>The folders also hold descriptions in prose, and files that are only parts of documents.</summary>
    private static bool IsDocument(string file) =>
        Path.GetExtension(file) is ".json" or ".yaml"
        && File.ReadLines(file)
            .Take(5)
            .Any(line => line.Contains("openapi", StringComparison.Ordinal) || line.Contains("swagger", StringComparison.Ordinal));
}
