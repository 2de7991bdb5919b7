using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>Which documented responses speak about a request refused at a stage.</summary>
internal static class RefusalStatus
{
    /// <summary>Keys of <c>responses</c>, the best first.</summary>
    public static IReadOnlyList<string> Keys(ViolationKind stage) => stage switch
    {
        ViolationKind.Security => ["401", "403", "4XX", "default"],
        ViolationKind.ContentType => ["415", "4XX", "default"],
        ViolationKind.Syntax => ["400", "4XX", "default"],
        _ => ["422", "400", "4XX", "default"],
    };

    /// <summary>The status where the response stands for several.</summary>
    public static int For(ViolationKind stage) => stage switch
    {
        ViolationKind.Security => 401,
        ViolationKind.ContentType => 415,
        ViolationKind.Syntax => 400,
        _ => 422,
    };
}
