using SocialContract.Contract.Tests.Spec;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>
/// OpenAPI documents that others wrote: the OpenAPI Initiative's examples, if they are found, and those of two npm packages.
/// </summary>
internal static class ForeignDocuments
{
    private const string Packages = "tests/documents/node_modules";

    public const string GitHub = Packages + "/@octokit/openapi/generated/api.github.com.json";

    /// <summary>OpenAPI 3 documents, as paths from the checkout's root.</summary>
    public static IEnumerable<string> All => Examples("v3.0", "v3.1", "v3.2").Concat(ReadMe("3.0", "3.1")).Append(GitHub);

    /// <summary>Swagger 2.0 documents, without files that are only parts of documents.</summary>
    public static IEnumerable<string> Swagger =>
        Examples("v2.0").Where(path => !path.Contains("petstore-separate", StringComparison.Ordinal)).Concat(ReadMe("2.0"));

    private static IEnumerable<string> Examples(params string[] versions) =>
        Oracle.OpenApiExamples.Folder is { } folder ? versions.SelectMany(version => In(Path.Combine(folder, version))) : [];

    private static IEnumerable<string> ReadMe(params string[] versions) =>
        versions.SelectMany(version => In(Checkout.PathOf($"{Packages}/@readme/oas-examples/{version}")));

    private static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".json" or ".yaml" && Path.GetFileName(path) != "package.json")
        .Select(path => Path.GetRelativePath(Checkout.PathOf("."), path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
