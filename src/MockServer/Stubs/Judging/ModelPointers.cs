
namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>Names the members of WireMock.Net's form where a finding names those of Java WireMock's.</summary>
internal static class ModelPointers
{
    private static readonly (string Java, string Model)[] Members =
    [
        ("/request/url", "/Request/Path"), ("/request/method", "/Request/Methods"), ("/response/status", "/Response/StatusCode"),
        ("/response/headers", "/Response/Headers"), ("/response/body", "/Response/Body"),
    ];

    public static IReadOnlyList<StubFinding> In(IReadOnlyList<StubFinding> findings) =>
    [
        .. findings.Select(finding => finding with { Pointer = Of(finding.Pointer) }),
    ];

    private static string Of(string pointer) =>
        Members.FirstOrDefault(member => pointer.StartsWith(member.Java, StringComparison.Ordinal)) is { Java: { } java, Model: var model }
            ? model + pointer[java.Length..]
            : pointer;
}
