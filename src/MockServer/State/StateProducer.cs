using Microsoft.Extensions.Logging;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>
/// Responds to valid requests about resources with what the mock keeps: it takes the contract's response and puts the resources into it.
/// Everything else it leaves to the contract: invalid requests, preferred responses, operations that are not about a resource.
/// </summary>
/// <param name="validation">Options of request validation.</param>
internal sealed class StateProducer(MockState state, ContractProducer contract, RequestValidationOptions validation, ILogger logger)
    : IResponseProducer
{
    /// <summary>The statuses for a request that contradicts what is kept, the best first.</summary>
    private static readonly int[] Conflicts = [409, 422];

    public ValueTask<MockResponse?> RespondAsync(MockRequest request) =>
        request.Route.Kind == RouteMatchKind.Matched ? new(Respond(request)) : default;

    private MockResponse? Respond(MockRequest request)
    {
        var resources = state.ResourcesOf(request.Contract);
        var operation = request.Route.Operation!;
        if ((resources.Of(operation) ?? resources.Above(operation)) is not { } resource
            || request.Contract.ResponsesOf(operation) is not { Faults.Count: 0 } responses
            || PreferenceReader.Read(request.Message.Headers["Prefer"], request.Message.Query)
                is not PreferenceResult.Understood { Preference: { Code: null, Example: null, Dynamic: null } preference })
        {
            return null;
        }

        using var verdict = responses.Request.Validate(request.Message, request.Route, validation);
        return verdict.IsValid && StateRequest.Of(request, resources, resource, preference, verdict) is { } understood
            ? state.With(store => Respond(understood, store))
            : null;
    }

    private MockResponse Respond(StateRequest request, ResourceStore store)
    {
        var things = MockState.Find(store, request.Resources, request.Path);
        var known = request.Path.IdText is { } id ? things?.Find(id) : null;
        var creates = known is null && request.Operation == request.Resource.Replace
            && request.Operation.Responses.Any(response => response.Key == ResponseKey.Of(201));
        if (things is null || (request.Path.Id is not null && known is null && !creates))
        {
            return Missing(request);
        }

        if (known is null && request.Operation.Method != "GET" && !store.HasRoom(things, 1))
        {
            return Full(request);
        }

        var response = contract.Respond(request.Message, request.Responses, request.Preference, creates ? "201" : null);
        if (!ResponseKey.Of(response.Message.Status).IsSuccess || response.ResponseViolations.Count > 0)
        {
            return response;
        }

        var answer = new StateAnswer(request, response);
        if (request.Resources.Of(request.Operation) is null)
        {
            return Below(request, answer, known!) ?? response;
        }

        var change = new StateChange(request, store, things, answer);
        if (change.Respond(known) is { } changed)
        {
            return changed;
        }

        var isDocumented = request.Operation == request.Resource.Create;
        if (change.Conflict is { } conflict && Refused(request, conflict, isDocumented) is { } refused)
        {
            return refused;
        }

        Log.StateNotShown(logger, request.Operation.Id);
        return response;
    }

    /// <summary>The response of an operation below a resource that shows the resource itself; null where it shows something else.</summary>
    private static MockResponse? Below(StateRequest request, StateAnswer answer, StoredResource known) =>
        answer.Described is { } described && request.Resources.ShowsItem(request.Resource, request.Operation, described)
            ? answer.WithResource(known)
            : null;

    /// <summary>The response for a change that contradicts what is kept: the documented 409, else 422, else problem details.</summary>
    /// <param name="isDocumented">Whether only a documented response counts.</param>
    private MockResponse? Refused(StateRequest request, string reason, bool isDocumented)
    {
        var documented = Conflicts
            .Select(status => request.Operation.Responses.FirstOrDefault(response => response.Key == ResponseKey.Of(status)))
            .FirstOrDefault(response => response is not null);
        return documented is not null
                ? Mark(contract.Respond(request.Message, request.Responses, request.Preference, documented.Status))
            : isDocumented ? null
            : Mark(Of(request, new Problem(409, "conflict with the kept state")
            {
                Detail = $"{request.Message.ShownPath}: {reason} The document describes neither 409 nor 422 for it.",
            }));
    }

    /// <summary>The error that the document describes for a resource that does not exist, else problem details.</summary>
    private MockResponse Missing(StateRequest request)
    {
        var documented = request.Operation.Responses.FirstOrDefault(RefusalStatuses.IsMissing);
        return documented is not null || request.Operation.ResponseFor(404) is not null
            ? Mark(contract.Respond(request.Message, request.Responses, request.Preference, documented?.Status ?? "404"))
            : Mark(Of(request, new Problem(404, "no such resource")
            {
                Detail = $"{request.Message.ShownPath}: the resource was not created, or was deleted; the mock keeps state and begins with "
                    + "the document's examples. The document describes no 404 for it.",
            }));
    }

    private static MockResponse Full(StateRequest request) => Of(request, new Problem(507, "state is full")
    {
        Detail = $"The mock keeps {ResourceStore.ResourceLimit} resources of a collection, and a limited number of bytes and collections; "
            + "POST /__admin/state/reset makes it begin again with the document's examples.",
    });

    private static MockResponse Mark(in MockResponse response) =>
        response.With(MockHeaders.ResponseOrigin, $"state;from={response.Message.Headers[MockHeaders.ResponseOrigin]}");

    private static MockResponse Of(StateRequest request, Problem problem) =>
        problem.Response(request.Message.Redactor, new KeyValuePair<string, string>(MockHeaders.Operation, request.Responses.Name)) with
        {
            Operation = request.Operation,
        };
}
