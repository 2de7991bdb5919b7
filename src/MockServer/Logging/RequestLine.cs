using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Logging;

/// <summary>The parts of an exchange's log line, copied from the server's buffers.</summary>
/// <param name="Target">As sent, with secrets; only <see cref="ShownTarget"/> may be written.</param>
/// <param name="Status">0 if nothing was sent.</param>
/// <param name="Origin">The origin of the response: <c>example connected</c>, <c>generated</c>, <c>no such path</c>.</param>
internal readonly record struct RequestLine(
    DateTimeOffset Started,
    string Method,
    string Target,
    Redactor Redactor,
    int Status,
    string Origin,
    TimeSpan Elapsed,
    IReadOnlyList<Violation> Violations,
    IReadOnlyList<Violation> ResponseViolations)
{
    public string ShownTarget => Redactor.Target(Method, Target);

    public static RequestLine Of(in Exchange exchange, Redactor redactor) => new(
        exchange.Started,
        redactor.Method(exchange.Request.Method),
        exchange.Request.Target,
        redactor,
        exchange.Response?.Status ?? 0,
        redactor.Text(exchange.Origin.Label),
        exchange.Elapsed,
        Shown(exchange.RequestViolations, redactor),
        Shown(exchange.ResponseViolations, redactor));

    private static IReadOnlyList<Violation> Shown(IReadOnlyList<Violation> violations, Redactor redactor) =>
        violations.Count == 0 ? violations : [.. violations.Select(redactor.Violation)];
}
