using SocialContract.Tests.Support;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>The shipped document and the OpenAPI Initiative's examples.</summary>
public static class OpinionDocuments
{
    public static TheoryData<string> All { get; } =
    [
        "openapi.yaml",
        "v3.0/petstore.yaml",
        "v3.0/petstore-expanded.yaml",
        "v3.0/uspto.yaml",
        "v3.0/link-example.yaml",
        "v3.0/callback-example.yaml",
        "v3.1/tictactoe.yaml",
    ];

    /// <summary>Every request that is planned for a document.</summary>
    internal static IReadOnlyList<JudgedRequest> Requests(string file) =>
        JudgedRequests.Of(CasePlanner.Plan(Shipped.Load(PathOf(file)), new PlanOptions { HasProviderStates = true }));

    private static string PathOf(string file) =>
        file == "openapi.yaml" ? Shipped.Path : Path.Combine(Oracle.OpenApiExamples.Require(), file);
}
