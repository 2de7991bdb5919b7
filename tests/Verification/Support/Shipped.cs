using SocialContract.Contract;
using SocialContract.Contract.Reading;

namespace SocialContract.Verification.Tests.Support;

/// <summary>The shipped document, and others.</summary>
internal static class Shipped
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "spec", "openapi.yaml");

    public static ContractDescription Api { get; } = Load(Path);

    public static ContractDescription Load(string path) => ContractLoader.Load(path).ShouldBeOfType<LoadResult.Loaded>().Api;

    public static ContractDescription LoadText(string text) =>
        ContractLoader.LoadText(text, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
}
