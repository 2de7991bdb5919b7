using System.Diagnostics;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Responding;

/// <summary>
/// Responds as the document describes: validates the request, selects a response by the client's preference or by the request's violations,
/// and validates that response.
/// </summary>
/// <param name="validation">Options of request validation.</param>
/// <param name="seed">The seed of generated data if the client gives none.</param>
/// <param name="refusesBrokenResponses">Whether a response that breaks the document is replaced by a 500 with the reasons.</param>
internal sealed class ContractProducer(RequestValidationOptions validation, ulong seed, bool refusesBrokenResponses) : IResponseProducer
{
    public ValueTask<MockResponse?> RespondAsync(MockRequest request) =>
        request.Route.Kind == RouteMatchKind.Matched ? new(Respond(request)) : default;

    private MockResponse Respond(MockRequest request)
    {
        var responses = request.Contract.ResponsesOf(request.Route.Operation!);
        if (responses.Faults.Count > 0)
        {
            return Of(request, responses, new Problem(501, "faulty document")
            {
                Detail = "The mock cannot validate the messages of this operation, because the document has faults.",
                Diagnostics = responses.Faults,
            });
        }

        return PreferenceReader.Read(request.Message.Headers["Prefer"], request.Message.Query) switch
        {
            PreferenceResult.Understood understood => Respond(request, responses, understood.Preference),
            PreferenceResult.Malformed malformed =>
                Of(request, responses, new Problem(400, "malformed preference") { Detail = string.Join("; ", malformed.Problems) }),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Responds to a request of an operation without faults.</summary>
    /// <param name="code">The status to respond with to a valid request; null: as the client prefers.</param>
    public MockResponse Respond(MockRequest request, OperationResponses responses, Preference preference, string? code = null)
    {
        using var verdict = responses.Request.Validate(request.Message, request.Route, validation);
        request.Reflect(verdict, preference.Seed ?? seed);
        var (response, isPreferred) = verdict.IsValid
            ? Accept(request, responses, code is null ? preference : preference with { Code = code })
            : (Refusals.Respond(request, responses, verdict), false);
        return preference == Preference.None ? response : Apply(preference, isPreferred, response);
    }

    /// <summary>The response to a valid request, and whether it is the one that the client prefers.</summary>
    private (MockResponse Response, bool IsPreferred) Accept(
        MockRequest request, OperationResponses responses, Preference preference)
    {
        switch (responses.Selector.Select(preference, request.Message.Headers["Accept"]))
        {
            case Selection.Refused { Fault: SelectionFault.NoSuchCode } undocumented when Refusals.ErrorOf(preference.Code) is { } status:
                return (Of(request, responses, Refusals.Undocumented(status, undocumented)), true);
            case Selection.Refused refused:
                return (Of(request, responses, Refusals.Unselected(refused)), false);
            case Selection.Chosen { Status: < 200 } interim:
                return (Of(request, responses, new Problem(501, "interim response")
                {
                    Detail = $"{interim.Status} is an interim response: a client waits for another one after it (RFC 9110, section 15.2).",
                }), false);
            case Selection.Chosen chosen when !chosen.Template.TryWrite(request, request.Buffer, out var problem):
                return (Of(request, responses, new Problem(501, "cannot be generated") { Detail = problem }), false);
            case Selection.Chosen chosen:
                return Check(request, responses, chosen);
            default:
                throw new UnreachableException();
        }
    }

    private (MockResponse Response, bool IsPreferred) Check(MockRequest request, OperationResponses responses, Selection.Chosen chosen)
    {
        var described = responses.Describe(chosen);
        var message = new ResponseMessage(chosen.Status, described.Headers, request.Buffer.WrittenMemory);
        var isHead = request.Message.Method == "HEAD";
        var isKnown = described.Valid.Is(message.Body.Span);
        if (isKnown || responses.Response.IsValid(message, isHead))
        {
            if (!isKnown && !isHead)
            {
                described.Valid.Add(message.Body.Span);
            }

            return (new MockResponse(message, described.Origin) { Operation = responses.Operation }, true);
        }

        IReadOnlyList<Violation> violations =
            [.. responses.Response.Validate(message, isHead).Select(request.Redactor.Violation)];
        var broken = refusesBrokenResponses
            ? Of(request, responses, new Problem(500, "broken response")
            {
                Detail = "The response that the document describes for this request breaks the document's own rules.",
                Violations = violations,
            })
            : new MockResponse(message, described.Origin) { Operation = responses.Operation };
        broken = broken.With(MockHeaders.ResponseViolations, ViolationList.Write(violations)) with { ResponseViolations = violations };
        return (broken, !refusesBrokenResponses);
    }

    private static MockResponse Apply(Preference preference, bool isPreferred, MockResponse response)
    {
        var applied = PreferenceApplied.Describe(preference, isPreferred);
        var described = applied.Length == 0 ? response : response.With("Preference-Applied", applied);
        return described with { Delay = preference.EffectiveDelay };
    }

    private static MockResponse Of(MockRequest request, OperationResponses responses, Problem problem) =>
        problem.Response(request.Redactor, new KeyValuePair<string, string>(MockHeaders.Operation, responses.Name))
            with { Operation = responses.Operation };
}
