using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Documents that nobody here wrote: the OpenAPI Initiative's examples beside the checkout, and two npm packages.</summary>
internal static class ForeignDocuments
{
    private const string Initiative = "../shared/openapi-examples";
    private const string Packages = "tests/documents/node_modules";

    public const string GitHub = Packages + "/@octokit/openapi/generated/api.github.com.json";

    /// <summary>OpenAPI 3 documents, paths from the checkout's root. The Initiative's are absent where the folder is.</summary>
    public static IEnumerable<string> All =>
        new[] { "v3.0", "v3.1", "v3.2" }.SelectMany(version => In($"{Initiative}/{version}"))
            .Concat(new[] { "3.0", "3.1" }.SelectMany(version => In($"{Packages}/@readme/oas-examples/{version}")))
            .Append(GitHub);

    public static IEnumerable<string> Swagger => In($"{Initiative}/v2.0").Where(path => !path.Contains("petstore-separate", StringComparison.Ordinal));

    private static IEnumerable<string> In(string folder) =>
        Directory.Exists(Checkout.PathOf(folder))
            ? Directory.EnumerateFiles(Checkout.PathOf(folder), "*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".json" or ".yaml" && Path.GetFileName(path) != "package.json")
                .Select(path => Path.GetRelativePath(Checkout.PathOf("."), path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
            : [];
}
