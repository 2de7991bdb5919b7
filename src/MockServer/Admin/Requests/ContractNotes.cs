using SocialContract.Contract.AspNetCore.Problems;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Rules;
using SocialContract.MockServer.Journal;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>What the document says of an exchange.</summary>
/// <param name="Operation">The operation's id; null if the document has no operation for the request.</param>
/// <param name="Origin">The producer of the response, and the part of the document that it used.</param>
/// <param name="RequestBodySize">In bytes, if the body was too large to be kept; else null.</param>
/// <param name="ResponseBodySize">In bytes, if the body was too large to be kept; else null.</param>
/// <param name="Nearest">Of a request without an operation: the most similar operations; else null.</param>
/// <param name="NearestStubs">Of a request that nothing matched: the most similar stubs; else null.</param>
internal sealed record ContractNotes(
    string? Operation,
    ResponseSource Origin,
    IReadOnlyList<ViolationDetails> RequestViolations,
    IReadOnlyList<ViolationDetails> ResponseViolations,
    long? RequestBodySize,
    long? ResponseBodySize,
    IReadOnlyList<NearestOperation>? Nearest,
    IReadOnlyList<NearestStub>? NearestStubs)
{
    /// <summary>The type of the sub-event.</summary>
    public const string Type = "CONTRACT";

    public static ContractNotes Of(JournalEntry entry)
    {
        var exchange = entry.Exchange;
        return new(
            exchange.Operation?.Id,
            new ResponseSource(Word(exchange.Origin.Kind), exchange.Origin.Label),
            Details(exchange.RequestViolations),
            Details(exchange.ResponseViolations),
            SizeUnlessKept(entry.RequestBodySize),
            SizeUnlessKept(entry.ResponseBodySize),
            entry.Nearest.Count == 0 ? null : entry.Nearest,
            entry.NearestStubs.Count == 0 ? null : entry.NearestStubs);
    }

    private static ViolationDetails[] Details(IReadOnlyList<Violation> violations) => [.. violations.Select(ViolationDetails.Of)];

    private static long? SizeUnlessKept(long size) => size > JournalRecord.MaxBodyBytes ? size : null;

    private static string Word(ExchangeOriginKind kind) => kind switch
    {
        ExchangeOriginKind.Contract => "contract",
        ExchangeOriginKind.Options => "options",
        ExchangeOriginKind.None => "none",
        ExchangeOriginKind.Proxy => "proxy",
        ExchangeOriginKind.Stub => "stub",
        _ => "problem",
    };
}

/// <param name="Kind"><c>contract</c>, <c>stub</c>, <c>proxy</c>, <c>problem</c>, <c>options</c> or <c>none</c>.</param>
/// <param name="Label">As the log has it: <c>example connected</c>, <c>no such path</c>.</param>
internal sealed record ResponseSource(string Kind, string Label);
