using System.Reflection;

namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>Folders of the checkout that the tests were built from.</summary>
internal static class Folders
{
    public static string Node { get; } = Metadata("NodeFolder");

    public static string Repository { get; } = Metadata("RepositoryRoot");

    private static string Metadata(string key) =>
        typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == key).Value!;
}
