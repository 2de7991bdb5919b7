using System.Text.Json;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>A fault of a request to <c>/__admin</c>, as WireMock writes it.</summary>
/// <param name="Code">WireMock's number for the kind of fault.</param>
/// <param name="Title">The same for every fault of the kind.</param>
/// <param name="Detail">What is wrong, and what was expected.</param>
internal sealed record AdminFault(int Code, AdminFaultSource Source, string Title, string Detail)
{
    /// <summary>WireMock's number for input that cannot be read.</summary>
    private const int InvalidInput = 10;

    /// <param name="pointer">RFC 6901 pointer into the request: <c>/query/limit</c>, <c>/path/id</c>, <c>/body/priority</c>.</param>
    public static AdminFault Of(Redactor redactor, string pointer, string title, string detail) =>
        new(InvalidInput, new AdminFaultSource(redactor.Text(pointer)), title, redactor.Text(detail));

    public MockResponse Response(int status) => new AdminFaults([this]).Response(status);
}

/// <param name="Pointer">RFC 6901 pointer into the request.</param>
internal sealed record AdminFaultSource(string Pointer);

/// <summary>The body of a response that refuses a request.</summary>
internal sealed record AdminFaults(IReadOnlyList<AdminFault> Errors)
{
    private static readonly AdminJson Json = new(AdminResponse.Readable(AdminJson.Default));

    /// <summary>All faults of a request; null if it has none.</summary>
    public static AdminFaults? Of(params IEnumerable<AdminFault?> faults) =>
        faults.OfType<AdminFault>().ToList() is { Count: > 0 } some ? new AdminFaults(some) : null;

    public MockResponse Response(int status) => AdminResponse.Json(status, JsonSerializer.SerializeToUtf8Bytes(this, Json.AdminFaults));
}
