using System.Globalization;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Responding;

/// <summary>Responses to requests that break a rule, or that prefer a response that the document does not have.</summary>
internal static class Refusals
{
    /// <summary>
    /// The error that the document describes for the first stage that failed, else problem details that name each rule with its place.
    /// </summary>
    public static MockResponse Respond(
        MockRequest request, OperationResponses responses, RequestVerdict verdict)
    {
        var stage = verdict.Stage!.Value;
        var violations = request.Violations;
        var response = Described(request, responses, stage) ?? new Problem(StatusOf(responses.Operation, stage), "refused")
        {
            Detail = DetailOf(stage, violations),
            Instance = request.ShownPath,
            Violations = violations,
        }.Response(request.Redactor, new KeyValuePair<string, string>(MockHeaders.Operation, responses.Name));

        response = response.With(MockHeaders.Violations, ViolationList.Write(violations));
        if (response.ResponseViolations.Count > 0)
        {
            response = response.With(MockHeaders.ResponseViolations, ViolationList.Write(response.ResponseViolations));
        }

        if (response.Message.Status == 401 && !response.Message.Headers.Contains("WWW-Authenticate"))
        {
            response = response.With("WWW-Authenticate", Challenge(responses.Operation));
        }

        return response with { Operation = responses.Operation, RequestViolations = violations };
    }

    public static Problem Unselected(Selection.Refused refused)
    {
        var (status, label) = refused.Fault switch
        {
            SelectionFault.NotAcceptable => (406, "not acceptable"),
            SelectionFault.NoSuchCode => (404, "no such code"),
            SelectionFault.NoSuchExample => (404, "no such example"),
            _ => (501, "no response documented"),
        };
        return new Problem(status, label)
        {
            Detail = refused.Nearest is null ? $"{refused.Message}." : $"{refused.Message}; did you mean {refused.Nearest}?",
        };
    }

    /// <summary>A preferred code that is one error status; null for others and for ranges.</summary>
    public static int? ErrorOf(string? code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599 ? status : null;

    /// <summary>An error that a server may send although the document does not describe it: 429, 503.</summary>
    public static Problem Undocumented(int status, Selection.Refused refused) => new(status, "undocumented status")
    {
        Detail = $"{refused.Message}; the mock responds with {status} because the request prefers it.",
    };

    /// <summary>The documented status, also where no body of its response can be written.</summary>
    private static int StatusOf(Operation operation, ViolationKind stage) =>
        (RefusalStatuses.Documented(operation, stage).FirstOrDefault()?.Key ?? ResponseKey.Default).Status(RefusalStatuses.Of(stage));

    private static MockResponse? Described(
        MockRequest request, OperationResponses responses, ViolationKind stage)
    {
        if (responses.Selector.ForRefusal(stage, request.Message.Headers["Accept"]) is not { } chosen
            || !chosen.Template.TryWrite(request, request.Buffer, out _))
        {
            return null;
        }

        var described = responses.Describe(chosen);
        var message = new ResponseMessage(chosen.Status, described.Headers, request.Buffer.WrittenMemory);
        return new MockResponse(message, described.Origin)
        {
            ResponseViolations = [.. responses.Response.Validate(message).Select(request.Redactor.Violation)],
        };
    }

    /// <summary>RFC 9110, section 11.6.1: a 401 says how to authenticate.</summary>
    private static string Challenge(Operation operation) => string.Join(", ", operation.Security
        .SelectMany(requirement => requirement.Schemes)
        .Select(scheme =>
            $"{(FieldSyntax.IsToken(scheme.Scheme) ? scheme.Scheme : "ApiKey")} realm={FieldSyntax.StructuredString(scheme.Name)}")
        .Distinct());

    private static string DetailOf(ViolationKind stage, IReadOnlyList<Violation> violations) => stage switch
    {
        ViolationKind.Security or ViolationKind.ContentType or ViolationKind.Syntax => violations[0].Message,
        _ => violations.Count == 1 ? violations[0].Message : $"The request breaks {violations.Count} rules of the document.",
    };
}
