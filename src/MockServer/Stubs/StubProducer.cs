using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Http;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Proxying;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock;
using ResponseMessage = SocialContract.Contract.Messages.ResponseMessage;

namespace SocialContract.MockServer.Stubs;

/// <summary>
/// Responds with the stub that matches, if there is one, and reports what the request and the response break of the document.
/// </summary>
/// <param name="validation">Options of request validation.</param>
/// <param name="proxy">Forwards the requests of stubs that name a server.</param>
internal sealed class StubProducer(StubServer stubs, RequestValidationOptions validation, ProxyParts proxy) : IResponseProducer
{
    /// <summary>Attempts to take the step of a scenario that other requests take, too.</summary>
    private const int MaxAttempts = 10;

    /// <summary>Stubs whose response is the same each time, with the operation for which it was valid.</summary>
    private readonly ConditionalWeakTable<StubMapping, OperationResponses> _valid = [];

    private readonly StubForwarding _forwarding = new(proxy, stubs);

    public ValueTask<MockResponse?> RespondAsync(MockRequest request) =>
        stubs.Table is { } table && table.At(request.Path) is { IsEmpty: false } candidates
            ? RespondAsync(request, candidates)
            : default;

    private async ValueTask<MockResponse?> RespondAsync(MockRequest request, Candidates candidates)
    {
        var messages = new StubMessages(request.Message, request.ClientAddress?.ToString());
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var match = Find(messages, candidates);
            if (attempt == 0 && messages.SlowPatterns.Count > 0)
            {
                stubs.Report(messages, request.Message.Method);
            }

            if (match is not { } found)
            {
                return null;
            }

            if (found.Mapping is { } mapping
                ? mapping.Scenario is not { } step || stubs.Scenarios.TryAdvance(step)
                : stubs.Scenarios.TryAdvance(found.Stub))
            {
                return await RespondAsync(request, messages, found);
            }
        }

        return null;
    }

    /// <summary>The first stub that matches, in the states of scenarios at one moment.</summary>
    private OrderedStub? Find(StubMessages messages, Candidates candidates)
    {
        Dictionary<string, string?>? states = null;
        foreach (var candidate in candidates.InOrder())
        {
            if (candidate.Mapping is { } mapping ? MatchesJava(mapping) : MatchesWireMock(candidate.Stub))
            {
                return candidate;
            }
        }

        return null;

        bool MatchesWireMock(IMapping stub) =>
            (stub.TimeSettings is not { } window || IsWithin(window, messages.OfWireMock.DateTime))
            && stub.GetRequestMatchResult(messages.OfWireMock, stub.Scenario is { } name ? StateOf(name) : null).IsPerfectMatch;

        bool MatchesJava(StubMapping mapping) =>
            (mapping.Scenario is not { } step || ScenarioStates.Accepts(step, StateOf(step.Scenario)))
            && mapping.Request.Matches(messages.OfJava);

        string? StateOf(string scenario)
        {
            states ??= new(StringComparer.Ordinal);
            return states.TryGetValue(scenario, out var state) ? state : states[scenario] = stubs.Scenarios.Of(scenario);
        }
    }

    private static bool IsWithin(WireMock.Models.ITimeSettings window, DateTime now) =>
        (window.Start is not { } start || now >= start) && (window.End is not { } end || now <= end);

    private async Task<MockResponse?> RespondAsync(MockRequest request, StubMessages messages, OrderedStub found)
    {
        var title = StubNames.Of(found.Stub);
        var origin = new ExchangeOrigin(ExchangeOriginKind.Stub, $"stub {title}") { Stub = found.Stub.Guid };
        MockResponse response;
        try
        {
            response = found.Mapping switch
            {
                null when stubs.Catalog.Find(found.Stub.Guid) is { } posted => posted.Response.Proxy is { } target
                    ? await _forwarding.RespondAsync(request, posted, target, origin, messages.OfJava)
                    : stubs.Responder.Delayed(
                        posted, new MockResponse(await OfWireMock(found.Stub, messages.OfWireMock), origin)),
                null => new MockResponse(await OfWireMock(found.Stub, messages.OfWireMock), origin),
                { Response.Proxy: { } server } mapping =>
                    await _forwarding.RespondAsync(request, mapping, server, origin, messages.OfJava),
                var mapping => stubs.Responder.Respond(mapping, origin, messages.OfJava),
            };
        }
        catch (ForwardFailedException failed)
        {
            return new Problem(failed.Status, "server down")
            {
                Detail = $"The server that the stub {title} forwards to did not respond: {failed.Message}.",
            }.Response(request.Redactor);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A template with an error, a file that is missing, a callback of a test that throws.
            return new Problem(500, "stub failed") { Detail = $"The stub {title} has no response: {fault.Message}" }
                .Response(request.Redactor);
        }

        var relayed = response.Relayed is not { } body ? "" : body.Unread is { } reason ? $";proxy{Relay.Unchecked(reason)}" : ";proxy";
        var marked = response.With(
            MockHeaders.ResponseOrigin, $"stub;name={FieldSyntax.StructuredString(title)}{relayed}{Undocumented(request)}");
        return request.Route.Kind == RouteMatchKind.Matched ? Judged(request, found.Mapping, marked) : marked;
    }

    /// <summary>What the document does not have of the request, as a proxy says it; empty if it has the operation.</summary>
    private static string Undocumented(MockRequest request) => request.Route.Kind switch
    {
        RouteMatchKind.UnknownPath => ";undocumented=path",
        RouteMatchKind.UnknownMethod => ";undocumented=method",
        _ => "",
    };

    private async Task<ResponseMessage> OfWireMock(IMapping stub, IRequestMessage message)
    {
        var (provided, _) = await stub.ProvideResponseAsync(new DefaultHttpContext(), message);
        return WireMockResponses.Of(provided, stubs.Files);
    }

    /// <summary>The response with the rules that the request and the response break.</summary>
    /// <param name="stub">Null: not in Java WireMock's form.</param>
    private MockResponse Judged(MockRequest request, StubMapping? stub, MockResponse response)
    {
        var responses = request.Contract.ResponsesOf(request.Route.Operation!);
        if (responses.Faults.Count > 0)
        {
            return response with { Operation = responses.Operation };
        }

        using var verdict = responses.Request.Validate(request.Message, request.Route, validation);
        request.Reflect(verdict, seed: 0);
        var broken = response.Relayed?.Unread is null
            ? Violations(request, responses, stub, response.Relayed?.Shown ?? response.Message)
            : [];
        response = response.With(MockHeaders.Operation, responses.Name) with
        {
            Operation = responses.Operation,
            RequestViolations = request.Violations,
            ResponseViolations = broken,
        };
        response = request.Violations.Count == 0
            ? response
            : response.With(MockHeaders.Violations, ViolationList.Write(request.Violations));
        return broken.Count == 0 ? response : response.With(MockHeaders.ResponseViolations, ViolationList.Write(broken));
    }

    private IReadOnlyList<Violation> Violations(
        MockRequest request, OperationResponses responses, StubMapping? stub, ResponseMessage message)
    {
        var isHead = request.Message.Method == "HEAD";
        if (!isHead && stub is not null && _valid.TryGetValue(stub, out var known) && known == responses)
        {
            return [];
        }

        if (!responses.Response.IsValid(message, isHead))
        {
            return [.. responses.Response.Validate(message, isHead).Select(request.Redactor.Violation)];
        }

        if (!isHead && stub is { Response.IsFixed: true })
        {
            _valid.AddOrUpdate(stub, responses);
        }

        return [];
    }
}
