using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.MockServer.Proxying.Recording;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Proxying;

/// <summary>
/// Forwards requests to a server, checks both directions, and leaves the request to the contract if the server is down or does not
/// implement the operation (501). A path or method that the document does not have is forwarded, too: a proxy hides nothing of its server.
/// </summary>
/// <param name="recorder">Receives each response of the server that is passed on whole; null: there is no recording.</param>
/// <param name="contract">Responds in place of the server.</param>
/// <param name="limit">Of a decoded body, in bytes.</param>
/// <param name="refusesViolations">Whether a violation gets 502 with the reasons.</param>
internal sealed class ProxyProducer(
    ProxyRoute route,
    Lazy<Forwarder> forwarder,
    ProxyJudge judge,
    ResponseRecorder? recorder,
    IResponseProducer contract,
    int limit,
    bool refusesViolations) : IResponseProducer
{
    private const int NearestLimit = 5;

    public ValueTask<MockResponse?> RespondAsync(MockRequest request) =>
        route.Target is { } target && request.Path != "*" ? new(ForwardAsync(request, target)) : default;

    private async Task<MockResponse?> ForwardAsync(MockRequest request, ForwardTarget target)
    {
        var responses = ProxyJudge.ResponsesOf(request);
        var sent = responses is null ? default : judge.Judge(request, responses);
        if (refusesViolations && sent.Violations is { Count: > 0 } violations)
        {
            return Refused(request, responses!, violations, [], "The request breaks the document and was not forwarded.");
        }

        if (refusesViolations && sent.IsUntrue)
        {
            return Refused(request, responses!, [], [], $"The request was not forwarded, because it cannot be checked: {sent.Unchecked}.");
        }

        switch (await forwarder.Value.ForwardAsync(request, target))
        {
            case ForwardResult.Received { Message.Status: 501 } unimplemented when responses is not null:
                unimplemented.Body.Dispose();
                return await OfContractAsync(request, "not-implemented", "the server responded with 501");
            case ForwardResult.Received received:
                try
                {
                    return Pass(request, responses, target, sent, received);
                }
                catch
                {
                    received.Body.Dispose();
                    throw;
                }

            case ForwardResult.Down down when responses is not null:
                return await OfContractAsync(request, "down", $"the server is down: {down.Reason}");
            case ForwardResult.Down down:
                return Undocumented(request, target, down);
            case ForwardResult.BrokenOff broken:
                return Unsent(request, broken.IsTimeout ? 504 : 502, "broken response of the server", target, broken.Reason);
            default:
                return Unsent(request, 508, "loop", target, "it is this mock itself, or forwards to it");
        }
    }

    private async Task<MockResponse?> OfContractAsync(MockRequest request, string token, string reason)
    {
        if (await contract.RespondAsync(request) is not { } response)
        {
            return null;
        }

        var origin = response.Message.Headers[MockHeaders.ResponseOrigin] ?? "mock";
        return response.With(MockHeaders.ResponseOrigin, $"{origin};proxy={token}") with
        {
            Origin = response.Origin with { Label = $"{response.Origin.Label}, because {reason}" },
        };
    }

    private MockResponse Pass(
        MockRequest request, OperationResponses? responses, ForwardTarget target, ProxyJudge.Findings sent, ForwardResult.Received received)
    {
        var relay = Relay.Of(request.Message, target, received, limit);
        var back = responses is null || relay.Unread is not null
            ? new([], relay.Unread)
            : ProxyJudge.Judge(request, responses, relay.Shown);
        if (refusesViolations && back.Violations.Count > 0)
        {
            received.Body.Dispose();
            return Refused(
                request,
                responses!,
                sent.Violations,
                back.Violations,
                $"The server's response, {relay.Sent.Status}, breaks the document.",
                ofResponse: true);
        }

        if (refusesViolations && relay.IsUntrue && responses is not null)
        {
            received.Body.Dispose();
            return Refused(
                request,
                responses,
                sent.Violations,
                [],
                $"The server's response, {relay.Sent.Status}, cannot be checked: {relay.Unread}.",
                ofResponse: true);
        }

        var (mark, label) = Mark(request, responses, sent.Unchecked, back.Unchecked);
        var origin = new ExchangeOrigin(ExchangeOriginKind.Proxy, label) { LacksBody = relay.Unread is not null };
        var response = new MockResponse(relay.Sent, origin)
        {
            Operation = request.Route.Operation,
            RequestViolations = sent.Violations ?? [],
            ResponseViolations = back.Violations,
            Relayed = received.Body,
        };
        if (relay.Unread is { } reason)
        {
            recorder?.LeaveOut(request, reason);
        }
        else
        {
            Record(request, response, relay);
        }

        return Described(response, responses, mark);
    }

    private static MockResponse Described(MockResponse response, OperationResponses? responses, string mark)
    {
        var described = responses is null ? response : response.With(MockHeaders.Operation, responses.Name);
        described = described.With(MockHeaders.ResponseOrigin, mark);
        described = response.RequestViolations.Count == 0
            ? described
            : described.With(MockHeaders.Violations, ViolationList.Write(response.RequestViolations));
        return response.ResponseViolations.Count == 0
            ? described
            : described.With(MockHeaders.ResponseViolations, ViolationList.Write(response.ResponseViolations));
    }

    /// <summary>How the response was checked, for the header and for logs.</summary>
    private static (string Mark, string Label) Mark(
        MockRequest request, OperationResponses? responses, string? requestUnchecked, string? responseUnchecked)
    {
        if (request.Route.Kind != RouteMatchKind.Matched)
        {
            var part = request.Route.Kind == RouteMatchKind.UnknownMethod ? "method" : "path";
            return ($"proxy;undocumented={part}", $"proxy, undocumented {part}");
        }

        var reason = responses is null ? "the document's schemas of the operation have faults"
            : requestUnchecked ?? (responseUnchecked is null ? null : $"the response: {responseUnchecked}");
        return reason is null
            ? ("proxy;checked", "proxy")
            : ($"proxy{Relay.Unchecked(reason)}", $"proxy, not checked: {reason}");
    }

    private void Record(MockRequest request, in MockResponse response, Relay relay) => recorder?.Receive(
        new Exchange
        {
            Request = request.Message,
            Response = relay.Recorded(request.Message),
            Operation = response.Operation,
            RequestViolations = [],
            ResponseViolations = [],
            Origin = response.Origin,
        },
        request.Contract.Redactor);

    private static MockResponse Refused(
        MockRequest request,
        OperationResponses responses,
        IReadOnlyList<Violation>? sent,
        IReadOnlyList<Violation> back,
        string detail,
        bool ofResponse = false)
    {
        var refused = new Problem(502, ofResponse ? "response refused by the proxy" : "request refused by the proxy")
        {
            Title = "Contract Violation",
            Detail = detail,
            Instance = request.ShownPath,
            Violations = [.. sent ?? [], .. back],
        }.Response(request.Redactor) with
        {
            Operation = responses.Operation,
            RequestViolations = sent ?? [],
            ResponseViolations = back,
        };
        return Described(refused, responses, "mock;proxy=violation");
    }

    /// <summary>The document has nothing in place of the server's response; OPTIONS is left to a later producer.</summary>
    private static MockResponse? Undocumented(MockRequest request, ForwardTarget target, ForwardResult.Down down) =>
        request.Method == "OPTIONS" ? null : Unsent(
            request,
            down.IsTimeout ? 504 : 502,
            "server down",
            target,
            down.Reason,
            request.Route.Kind == RouteMatchKind.Matched
                ? ". The document's schemas of the operation have faults, so that the mock cannot respond in its place"
                : ", and the document does not have this path and method, so that the mock cannot respond in its place");

    private static MockResponse Unsent(
        MockRequest request, int status, string label, ForwardTarget target, string reason, string rest = "") =>
        new Problem(status, $"{label} ({reason})")
        {
            Detail = $"There is no response of the server {target.Base}: {reason}{rest}.",
            Instance = request.ShownPath,
            Nearest = rest.Length == 0 ? null : request.Contract.Router.Nearest(request.Path, NearestLimit),
        }.Response(request.Redactor) with { Operation = request.Route.Operation, RequestViolations = request.Violations };
}
