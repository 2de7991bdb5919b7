using SocialContract.Contract;
using SocialContract.Contract.Reading;

namespace SocialContract.Verification.Tests.Support;

/// <summary>The shipped document, and others.</summary>
internal static class Shipped
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "spec", "openapi.yaml");

    public static ContractDescription Api { get; } = Load(Path);

    public static ContractDescription Load(string path) => Loaded(ContractLoader.Load(path));

    public static ContractDescription LoadText(string text) => Loaded(ContractLoader.LoadText(text, "openapi.yaml"));

    private static ContractDescription Loaded(LoadResult result) => result
        .ShouldBeOfType<LoadResult.Loaded>(result is LoadResult.Rejected rejected ? string.Join('\n', rejected.Diagnostics) : null).Api;
}
