using SocialContract.Contract.Reading;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Loads a document that a test contains.</summary>
internal static class Loading
{
    public static ContractDescription Loaded(string text, string name = "openapi.yaml") =>
        ContractLoader.LoadText(text, name).ShouldBeOfType<LoadResult.Loaded>().Api;

    public static LoadResult.Rejected Rejected(string text, string name = "openapi.yaml") =>
        ContractLoader.LoadText(text, name).ShouldBeOfType<LoadResult.Rejected>();
}
