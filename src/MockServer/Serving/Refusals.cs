using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Http;
using SocialContract.Contract.Generation.Examples.Bodies;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Serving;

/// <summary>Answers to requests that break a rule or ask for what the document does not have.</summary>
internal static class Refusals
{
    /// <summary>The error that the document describes for the first stage that failed, else problem details that name each rule with its place.</summary>
    public static AnswerOutcome Prepare(HttpContext context, RequestContext request, RequestVerdict verdict, OperationPlan plan, string? accept, ArrayBufferWriter<byte> buffer)
    {
        var stage = verdict.Stage!.Value;
        var violations = verdict.Violations;
        context.Response.Headers[MockHeaders.Violations] = StructuredField.List(violations);
        if (plan.Selector.ForRefusal(stage, accept) is { } chosen && chosen.Template.TryWrite(request, buffer, out _))
        {
            var description = ChosenAnswer.Announce(context, plan, chosen, buffer.WrittenCount);
            AddChallenge(context, plan.Operation);
            var answer = description.Message(chosen.Status, buffer.WrittenMemory);
            var broken = plan.Response.Validate(answer);
            if (broken.Count > 0)
            {
                context.Response.Headers[MockHeaders.AnswerViolations] = StructuredField.List(broken);
            }

            return new AnswerOutcome(description.Label, violations, broken);
        }

        var status = StatusOf(stage);
        buffer.ResetWrittenCount();
        ProblemBody.Write(buffer, status, ReasonPhrases.GetReasonPhrase(status), DetailOf(stage, violations), request.Path, violations);
        AnnounceProblem(context, status, buffer.WrittenCount);
        AddChallenge(context, plan.Operation);
        return new AnswerOutcome("refused", violations);
    }

    public static AnswerOutcome PrepareUnselected(HttpContext context, Selection.Refused refused, ArrayBufferWriter<byte> buffer)
    {
        var (status, label) = refused.Fault switch
        {
            SelectionFault.NotAcceptable => (StatusCodes.Status406NotAcceptable, "not acceptable"),
            SelectionFault.NoSuchCode => (StatusCodes.Status404NotFound, "no such code"),
            SelectionFault.NoSuchExample => (StatusCodes.Status404NotFound, "no such example"),
            _ => (StatusCodes.Status501NotImplemented, "no response documented"),
        };
        var detail = refused.Nearest is null ? $"{refused.Message}." : $"{refused.Message}; did you mean {refused.Nearest}?";
        return PrepareProblem(context, status, ReasonPhrases.GetReasonPhrase(status), detail, label, buffer);
    }

    public static AnswerOutcome PrepareProblem(HttpContext context, int status, string title, string detail, string label, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        ProblemBody.Write(buffer, status, title, detail, null, []);
        AnnounceProblem(context, status, buffer.WrittenCount);
        return new AnswerOutcome(label);
    }

    /// <summary>With <c>--errors</c>: the answer that was made does not fit the document, so it is not sent.</summary>
    public static AnswerOutcome PrepareBrokenAnswer(HttpContext context, IReadOnlyList<Violation> violations, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        ProblemBody.Write(
            buffer, 500, "Internal Server Error", "The answer that the document gives for this request breaks the document's own rules.", null, violations);
        context.Response.Headers[MockHeaders.AnswerViolations] = StructuredField.List(violations);
        AnnounceProblem(context, StatusCodes.Status500InternalServerError, buffer.WrittenCount);
        return new AnswerOutcome("broken answer", AnswerViolations: violations);
    }

    private static void AnnounceProblem(HttpContext context, int status, int length)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ProblemBody.ContentType;
        context.Response.ContentLength = length;
        context.Response.Headers[MockHeaders.Answer] = "mock";
    }

    /// <summary>RFC 9110, section 11.6.1: a 401 says how to authenticate.</summary>
    private static void AddChallenge(HttpContext context, Operation operation)
    {
        if (context.Response.StatusCode == StatusCodes.Status401Unauthorized && context.Response.Headers.WWWAuthenticate.Count == 0)
        {
            context.Response.Headers.WWWAuthenticate = string.Join(", ", operation.Security
                .SelectMany(requirement => requirement.Schemes)
                .Select(scheme => $"{(FieldSyntax.IsToken(scheme.Scheme) ? scheme.Scheme : "ApiKey")} realm={FieldSyntax.StructuredString(scheme.Name)}")
                .Distinct());
        }
    }

    private static int StatusOf(ViolationKind stage) => stage switch
    {
        ViolationKind.Security => StatusCodes.Status401Unauthorized,
        ViolationKind.ContentType => StatusCodes.Status415UnsupportedMediaType,
        ViolationKind.Syntax => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string DetailOf(ViolationKind stage, IReadOnlyList<Violation> violations) => stage switch
    {
        ViolationKind.Security or ViolationKind.ContentType or ViolationKind.Syntax => violations[0].Message,
        _ => violations.Count == 1 ? violations[0].Message : $"The request breaks {violations.Count} rules of the document.",
    };
}
