using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>Refusals of posted stubs and patterns: 422 with the place of each fault, as WireMock writes them.</summary>
internal static class StubFaults
{
    private const int Unprocessable = 422;

    public static MockResponse Of(Redactor redactor, StubReadResult.Refused refused) =>
        new AdminFaults([.. refused.Faults.Select(
            fault => AdminFault.Of(redactor, fault.Pointer, "Error parsing JSON", fault.Message))]).Response(Unprocessable);

    public static MockResponse Of(Redactor redactor, StubRefusedException refused) =>
        new AdminFaults([.. refused.Faults.Select(
            fault => AdminFault.Of(redactor, fault.Pointer, "The stub is refused", fault.Message))]).Response(Unprocessable);

    public static MockResponse Of(Redactor redactor, string pointer, string title, string detail) =>
        AdminFault.Of(redactor, pointer, title, detail).Response(Unprocessable);
}
