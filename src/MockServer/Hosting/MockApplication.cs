using System.Net;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Hosting;

/// <summary>
/// Handles a request: reads the body, asks the responder, waits for the response's delay, sends the response, and passes the exchange to
/// the sinks, even if no response was sent.
/// </summary>
/// <param name="bodyLimit">The largest request body, in bytes; larger ones get 413.</param>
/// <param name="budget">Bounds the bodies that are held at once; requests for which there is no room get 503.</param>
/// <param name="clock">The clock for delays and measured times.</param>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is not used holds nothing to dispose.")]
internal sealed class MockApplication(
    Responder responder, int bodyLimit, BodyBudget budget, ExchangeSinks sinks, ILogger logger, TimeProvider clock)
{
    /// <summary>Bytes.</summary>
    private const int LargeBody = 1024 * 1024;

    private static readonly ExchangeOrigin Gone = new(ExchangeOriginKind.None, "client disconnected");

    private static readonly ExchangeOrigin BrokenOff = new(ExchangeOriginKind.None, "response broken off");

    private readonly SemaphoreSlim _largeBodies = new(Environment.ProcessorCount);

    public async Task HandleAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        // Taken once, before the body is read: a body may arrive across a reload, and what judges a request also redacts it.
        var contract = responder.Contract;
        var redactor = contract.Redactor;
        RequestMessage? message = null;
        MockRequest? request = null;
        var body = default(BufferedBody);
        MockResponse? response = null;
        ExchangeOrigin? unsent = Gone;
        JournalTicket? entry = null;
        try
        {
            // Reading and sending get no token: Kestrel ends both when the client disconnects, and RequestAborted would allocate a token
            // source for each request.
            (var outcome, body) = await BufferedBody.ReadAsync(context.Request, bodyLimit, budget, CancellationToken.None);
            message = context.Request.ToMessage(body.Bytes);
            request = responder.Begin(message, contract);
            (request.Connection, request.ClientAddress) = (context, AddressOf(context));
            var ready = outcome == BodyOutcome.Whole
                ? await RespondAsync(request)
                : responder.Finish(message, outcome == BodyOutcome.TooLong ? TooLong(redactor) : NoRoom(redactor)) with
                {
                    Operation = request.Route.Operation,
                };
            response = ready;
            if (ready.Delay > TimeSpan.Zero)
            {
                await Task.Delay(ready.Delay, clock, context.RequestAborted);
            }

            if (ready.Completed is { } completed)
            {
                context.Response.OnCompleted(() =>
                {
                    completed();
                    return Task.CompletedTask;
                });
            }

            entry = Announce(context, message, response, started, redactor, entry);
            if (ready.Fault != ConnectionFault.None)
            {
                await FaultWriter.WriteAsync(context, ready.Fault);
                unsent = new ExchangeOrigin(ready.Origin.Kind, $"{ready.Origin.Label}, connection broken");
            }
            else if (ready.Relayed is { Rest: not null } relayed)
            {
                unsent = await ResponseWriter.RelayAsync(context, ready.Message, relayed) ? null : BrokenOff;
            }
            else
            {
                await (ready.Dribble is { } slowly
                    ? ResponseWriter.DribbleAsync(context, ready.Message, slowly, clock)
                    : ResponseWriter.WriteAsync(context, ready.Message));
                unsent = null;
            }
        }
        catch (Exception gone) when (IsGone(gone, context))
        {
            // Nothing can be sent; the exchange has no response.
        }
        catch (BadHttpRequestException bad)
        {
            message ??= context.Request.ToMessage();
            var problem = responder.Finish(message, Of(request, Malformed(bad, redactor)));
            response = problem;
            entry = Announce(context, message, response, started, redactor, entry);
            unsent = await TrySendAsync(context, problem.Message);
        }
        catch (Exception fault)
        {
            message ??= context.Request.ToMessage();
            var known = redactor.KnowingCopies(message);
            Log.Failed(logger, ShownException.Of(fault, known), known.Method(message.Method), known.Target(message.Method, message.Target));
            var problem = responder.Finish(message, Of(request, Fault(redactor)));
            response = problem;
            entry = Announce(context, message, response, started, redactor, entry);
            unsent = await TrySendAsync(context, problem.Message);
        }
        finally
        {
            if (!sinks.IsEmpty)
            {
                sinks.Receive(ExchangeOf(context, message ?? context.Request.ToMessage(), response, unsent, started), redactor, entry);
            }

            response?.Relayed?.Dispose();
            body.Dispose();
            request?.Return();
        }
    }

    /// <summary>
    /// A large body takes several times its size while it is judged, and judging takes a processor: as many at once as processors.
    /// </summary>
    private async ValueTask<MockResponse> RespondAsync(MockRequest request)
    {
        if (request.Message.Body.Length < LargeBody)
        {
            return await responder.RespondAsync(request);
        }

        await _largeBodies.WaitAsync();
        request.Turn = _largeBodies;
        try
        {
            return await responder.RespondAsync(request);
        }
        finally
        {
            _largeBodies.Release();
        }
    }

    /// <summary>Before the response is sent: a client that has it finds the exchange in the journal.</summary>
    /// <param name="before">The entry of another response, which could not be sent.</param>
    private JournalTicket? Announce(
        HttpContext context, RequestMessage request, in MockResponse? response, long started, Redactor redactor, JournalTicket? before) =>
        sinks.HasJournal ? sinks.Announce(ExchangeOf(context, request, response, null, started), redactor, before) : null;

    /// <param name="unsent">Why the response was not sent; null if it was.</param>
    private Exchange ExchangeOf(
        HttpContext context, RequestMessage request, in MockResponse? response, ExchangeOrigin? unsent, long started)
    {
        var elapsed = clock.GetElapsedTime(started);
        return new Exchange
        {
            Request = request,
            Response = unsent is null ? Sent(request, response?.Relayed?.Shown ?? response?.Message) : null,
            Operation = response?.Operation,
            RequestViolations = response?.RequestViolations ?? [],
            ResponseViolations = response?.ResponseViolations ?? [],
            Origin = unsent ?? response?.Origin ?? Gone,
            Started = clock.GetUtcNow() - elapsed,
            Elapsed = elapsed,
            Delay = response?.Delay ?? TimeSpan.Zero,
            ClientAddress = AddressOf(context),
            Protocol = context.Request.Protocol,
        };
    }

    private static IPAddress? AddressOf(HttpContext context) => context.Features.Get<IHttpConnectionFeature>()?.RemoteIpAddress;

    /// <summary>The response as it was sent: to HEAD without its body.</summary>
    private static ResponseMessage? Sent(RequestMessage request, ResponseMessage? response) =>
        response is { Body.IsEmpty: false } && HttpMethods.IsHead(request.Method)
            ? new ResponseMessage(response.Status, response.Headers) { Reason = response.Reason, Trailers = response.Trailers }
            : response;

    private static bool IsGone(Exception exception, HttpContext context) =>
        exception is OperationCanceledException or IOException or BadHttpRequestException && context.RequestAborted.IsCancellationRequested;

    /// <summary>
    /// Sends a response in place of one that failed. If that one was partly sent, the connection is aborted, so that no client takes it for
    /// complete.
    /// </summary>
    /// <returns>Why it was not sent; null if it was.</returns>
    private static async ValueTask<ExchangeOrigin?> TrySendAsync(HttpContext context, ResponseMessage response)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return BrokenOff;
        }

        context.Response.Clear();
        try
        {
            await ResponseWriter.WriteAsync(context, response);
            return null;
        }
        catch (IOException)
        {
            return Gone;
        }
    }

    /// <summary>The response with what was known of the request when it failed.</summary>
    private static MockResponse Of(MockRequest? request, in MockResponse response) => request is null
        ? response
        : response with { Operation = request.KnownOperation, RequestViolations = request.Violations };

    private MockResponse TooLong(Redactor redactor) => new Problem(413, "body too large")
    {
        Title = "Content Too Large",
        Detail = $"The body is larger than {bodyLimit} bytes, the limit that was set when the mock started.",
    }.Response(redactor, new KeyValuePair<string, string>("Connection", "close"));

    private static MockResponse NoRoom(Redactor redactor) => new Problem(503, "no room for the body")
    {
        Detail = "The mock holds as many request bodies as it may hold at once; send the request again later.",
    }.Response(redactor, new("Retry-After", BodyBudget.RetryAfterSeconds), new("Connection", "close"));

    /// <summary>Where the next request begins cannot be known.</summary>
    private static MockResponse Malformed(BadHttpRequestException bad, Redactor redactor) =>
        new Problem(bad.StatusCode, $"malformed request ({bad.Message.TrimEnd('.')})") { Detail = bad.Message }
            .Response(redactor, new KeyValuePair<string, string>("Connection", "close"));

    private static MockResponse Fault(Redactor redactor) => new Problem(500, "internal error")
    {
        Detail = "The mock failed to respond because of an internal error; its log has the details.",
    }.Response(redactor);
}
