using System.Buffers;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SocialContract.Contract.AspNetCore;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Admin;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Serving;

/// <summary>
/// Answers one request: CORS preflight, the admin endpoints, routing, the body within its limit, validation, then the answer that the
/// document describes, checked before it is sent.
/// </summary>
internal sealed class MockApplication
{
    private readonly MockOptions _options;
    private readonly RequestValidationOptions _validation;
    private volatile ServedContract _contract;

    public MockApplication(ServedContract contract, MockOptions options)
    {
        (_contract, _options) = (contract, options);
        var tokens = options.Tokens.ToHashSet(StringComparer.Ordinal);
        _validation = new RequestValidationOptions { AcceptsToken = tokens.Count == 0 ? null : (_, token) => tokens.Contains(token) };
    }

    /// <summary>What is served; setting it leaves requests in flight with what they began with.</summary>
    public ServedContract Contract
    {
        get => _contract;
        set => _contract = value;
    }

    public async Task HandleAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var outcome = new AnswerOutcome();
        try
        {
            outcome = await AnswerAsync(context, context.Request.ToMessage().Path);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException or BadHttpRequestException)
        {
            outcome = new AnswerOutcome("the client went away");
        }
        catch (BadHttpRequestException bad)
        {
            outcome = new AnswerOutcome(await Problems.WriteAsync(context, bad.StatusCode, "Bad Request", bad.Message, "malformed request"));
        }

        _options.Log?.Answered(new RequestLogEntry(
            context.Request.Method,
            target,
            context.Response.StatusCode,
            outcome.Label,
            outcome.Violations,
            outcome.AnswerViolations,
            Stopwatch.GetTimestamp() - start));
    }

    private async ValueTask<AnswerOutcome> AnswerAsync(HttpContext context, string path)
    {
        var contract = _contract;
        if (_options.Cors)
        {
            if (Cors.IsPreflight(context.Request))
            {
                Cors.AnswerPreflight(context);
                return new AnswerOutcome("preflight");
            }

            Cors.Allow(context);
        }

        if (path.StartsWith(AdminEndpoints.Prefix, StringComparison.Ordinal))
        {
            return new AnswerOutcome(await AdminEndpoints.AnswerAsync(context, path, contract));
        }

        var route = contract.Router.Match(context.Request.Method, path);
        if (route.Kind != RouteMatchKind.Matched)
        {
            return new AnswerOutcome(await UnroutedAnswers.WriteAsync(context, path, route, contract.Router));
        }

        var plan = contract.PlanOf(route.Operation!);
        context.Response.Headers[MockHeaders.Operation] = plan.Name;
        if (plan.Faults.Count > 0)
        {
            return new AnswerOutcome(await Problems.WriteAsync(
                context, 501, "Not Implemented", "The document's own faults keep the mock from judging this operation.", "faulty document", diagnostics: plan.Faults));
        }

        switch (PreferenceReader.Read(Joined(context.Request.Headers["Prefer"]), context.Request.QueryString.Value ?? ""))
        {
            case PreferenceResult.Malformed malformed:
                return new AnswerOutcome(await Problems.WriteAsync(context, 400, "Bad Request", string.Join("; ", malformed.Problems), "malformed preference"));
            case PreferenceResult.Understood understood:
                return await AnswerAsync(context, path, route, plan, understood.Preference);
            default:
                throw new UnreachableException();
        }
    }

    private async ValueTask<AnswerOutcome> AnswerAsync(HttpContext context, string path, RouteMatch route, OperationPlan plan, Preference preference)
    {
        // No token here nor when sending: Kestrel ends both when the client goes away, and asking for its token makes a source for each request.
        var (withinLimit, body) = await BufferedBody.ReadAsync(context.Request, _options.MaxBodyBytes, CancellationToken.None);
        if (!withinLimit)
        {
            context.Response.Headers.Connection = "close";
            return new AnswerOutcome(await Problems.WriteAsync(
                context, 413, "Content Too Large", $"The body has more than the {_options.MaxBodyBytes} bytes that this mock takes; --max-body raises the limit.", "body too large"));
        }

        var buffer = AnswerBuffer.Rent();
        try
        {
            var request = context.Request.ToMessage(body.Bytes);
            using var verdict = plan.Request.Validate(request, route, _validation);
            var outcome = Prepare(context, new RequestContext(request, verdict, preference.Seed ?? _options.Seed), verdict, plan, preference, buffer);

            if (preference != Preference.None && PreferenceApplied.Describe(preference, outcome.IsChosen) is { Length: > 0 } applied)
            {
                context.Response.Headers["Preference-Applied"] = applied;
            }

            if (preference.EffectiveDelay > TimeSpan.Zero)
            {
                await Task.Delay(preference.EffectiveDelay, context.RequestAborted);
            }

            await SendAsync(context, buffer);
            return outcome;
        }
        finally
        {
            body.Dispose();
            AnswerBuffer.Return(buffer);
        }
    }

    /// <summary>Sets status and headers and writes the body to the buffer; nothing is sent yet.</summary>
    private AnswerOutcome Prepare(
        HttpContext context, RequestContext request, RequestVerdict verdict, OperationPlan plan, Preference preference, ArrayBufferWriter<byte> buffer)
    {
        var accept = Joined(context.Request.Headers.Accept);
        if (!verdict.IsValid)
        {
            return Refusals.Prepare(context, request, verdict, plan, accept, buffer);
        }

        return plan.Selector.Select(preference, accept) switch
        {
            Selection.Chosen chosen => PrepareChosen(context, request, plan, chosen, buffer),
            Selection.Refused refused => Refusals.PrepareUnselected(context, refused, buffer),
            _ => throw new UnreachableException(),
        };
    }

    private AnswerOutcome PrepareChosen(HttpContext context, RequestContext request, OperationPlan plan, Selection.Chosen chosen, ArrayBufferWriter<byte> buffer)
    {
        if (chosen.Status < StatusCodes.Status200OK)
        {
            return Refusals.PrepareProblem(
                context, 501, "Not Implemented", $"{chosen.Status} is an interim response: a client waits for another one after it (RFC 9110, section 15.2).", "interim response", buffer);
        }

        if (!chosen.Template.TryWrite(request, buffer, out var problem))
        {
            return Refusals.PrepareProblem(context, 501, "Not Implemented", problem, "cannot be generated", buffer);
        }

        var description = ChosenAnswer.Announce(context, plan, chosen, buffer.WrittenCount);
        var answer = description.Message(chosen.Status, buffer.WrittenMemory);
        if (plan.Response.IsValid(answer, HttpMethods.IsHead(context.Request.Method)))
        {
            return new AnswerOutcome(description.Label) { IsChosen = true };
        }

        var violations = plan.Response.Validate(answer);
        if (_options.FailOnBrokenAnswers)
        {
            return Refusals.PrepareBrokenAnswer(context, violations, buffer);
        }

        context.Response.Headers[MockHeaders.AnswerViolations] = StructuredField.List(violations);
        return new AnswerOutcome(description.Label, AnswerViolations: violations) { IsChosen = true };
    }

    private static async ValueTask SendAsync(HttpContext context, ArrayBufferWriter<byte> buffer)
    {
        if (buffer.WrittenCount > 0 && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.BodyWriter.Write(buffer.WrittenSpan);
            await context.Response.BodyWriter.FlushAsync();
        }
    }

    private static string? Joined(Microsoft.Extensions.Primitives.StringValues values) => values.Count switch
    {
        0 => null,
        1 => values[0],
        _ => string.Join(", ", (IEnumerable<string?>)values),
    };
}
