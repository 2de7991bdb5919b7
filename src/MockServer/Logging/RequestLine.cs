using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Logging;

/// <summary>What the line of one exchange is made of, after the server's buffers have gone.</summary>
/// <param name="Target">As sent, secrets included: <see cref="ShownTarget"/> is what may be written.</param>
/// <param name="Status">0 where nothing was sent.</param>
/// <param name="Answer">Where the response comes from: <c>example connected</c>, <c>generated</c>, <c>no such path</c>.</param>
internal readonly record struct RequestLine(
    DateTimeOffset Started,
    string Method,
    string Target,
    Redactor Redactor,
    int Status,
    string Answer,
    TimeSpan Elapsed,
    IReadOnlyList<Violation> Violations,
    IReadOnlyList<Violation> AnswerViolations)
{
    public string ShownTarget => Redactor.Target(Target);

    public static RequestLine Of(in Exchange exchange, Redactor redactor) => new(
        exchange.Started,
        exchange.Request.Method,
        exchange.Request.Target,
        redactor,
        exchange.Response?.Status ?? 0,
        exchange.Origin.Label,
        exchange.Elapsed,
        exchange.RequestViolations,
        exchange.ResponseViolations);
}
