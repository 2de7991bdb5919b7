using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Proxying;

/// <summary>Checks what goes to a server, and what comes back, against the document.</summary>
/// <param name="validation">Options of request validation.</param>
/// <param name="limit">Of a decoded body, in bytes.</param>
internal sealed class ProxyJudge(RequestValidationOptions validation, int limit)
{
    /// <summary>The operation with its validators; null if there is none, or if its schemas have faults.</summary>
    public static OperationResponses? ResponsesOf(MockRequest request) =>
        request.Route.Kind == RouteMatchKind.Matched && request.Contract.ResponsesOf(request.Route.Operation!) is { Faults.Count: 0 } known
            ? known
            : null;

    public Findings Judge(MockRequest request, OperationResponses responses)
    {
        var sent = request.Message;
        var decoded = DecodedBody.Of(sent.Headers, sent.Body, limit);
        if (decoded.Fault is { } fault)
        {
            return new([], $"the request's body: {fault}", decoded.IsUntrue);
        }

        var message = decoded.Body.Equals(sent.Body)
            ? sent
            : new RequestMessage(sent.Method, sent.Target, sent.Headers, decoded.Body) { Scheme = sent.Scheme };
        using var verdict = responses.Request.Validate(message, request.Route, validation);
        request.Reflect(verdict, seed: 0);
        return new(request.Violations, null);
    }

    /// <param name="shown">The response with its body decoded.</param>
    public static Findings Judge(MockRequest request, OperationResponses responses, ResponseMessage shown)
    {
        if (IsOfHttp(request.Message.Headers, responses.Operation, shown.Status))
        {
            return new([], $"a {shown.Status} is the response to a conditional or partial request, which the document does not describe");
        }

        var isHead = request.Message.Method == "HEAD";
        return new(
            responses.Response.IsValid(shown, isHead)
                ? []
                : [.. responses.Response.Validate(shown, isHead).Select(request.Redactor.Violation)],
            null);
    }

    /// <summary>
    /// Whether HTTP itself has the status for this request, whatever the operation: 304 for a condition (RFC 9110, section 13), 206 and 416
    /// for a range (section 14).
    /// </summary>
    private static bool IsOfHttp(HeaderFields sent, Operation operation, int status) =>
        status switch
        {
            304 => sent.Contains("If-None-Match") || sent.Contains("If-Modified-Since"),
            206 or 416 => sent.Contains("Range"),
            _ => false,
        }
        && operation.ResponseFor(status) is null;

    /// <param name="Unchecked">Why the message was not checked, as a clause; null if it was.</param>
    /// <param name="IsUntrue">Whether that is because its body does not have the codings that its fields name.</param>
    internal readonly record struct Findings(IReadOnlyList<Violation> Violations, string? Unchecked, bool IsUntrue = false);
}
