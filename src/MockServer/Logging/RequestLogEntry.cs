using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Logging;

/// <summary>What one request's log line is made from. It holds no secret: the target is redacted when it is written.</summary>
/// <param name="Method">As sent.</param>
/// <param name="Target">The raw request target, path and query.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Answer">Where the answer comes from: <c>example connected</c>, <c>generated</c>, <c>no such path</c>.</param>
/// <param name="Violations">The rules that the request broke.</param>
/// <param name="AnswerViolations">The rules that the answer breaks.</param>
/// <param name="ElapsedTicks">From the request's headers to the answer's last byte handed over, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</param>
public readonly record struct RequestLogEntry(
    string Method,
    string Target,
    int Status,
    string Answer,
    IReadOnlyList<Violation> Violations,
    IReadOnlyList<Violation> AnswerViolations,
    long ElapsedTicks);
