using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.AspNetCore;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Hosting;

/// <summary>
/// Carries one request from Kestrel to the responder and the response back: reads the body, holds the response back as long as it asks
/// for, sends it, and hands the exchange to the sinks, whatever became of it.
/// </summary>
/// <param name="bodyLimit">Longer request bodies get 413. Bytes.</param>
/// <param name="clock">Delays responses and measures them.</param>
internal sealed class MockApplication(
    Responder responder, int bodyLimit, IReadOnlyList<IExchangeSink> sinks, ILogger logger, TimeProvider clock)
{
    private static readonly ExchangeOrigin Gone = new(ExchangeOriginKind.None, "the client went away");

    public async Task HandleAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        var redactor = responder.Contract.Redactor;
        RequestMessage? message = null;
        MockRequest? request = null;
        var body = default(BufferedBody);
        MockResponse? response = null;
        var isSent = false;
        try
        {
            // No token here nor when sending: Kestrel ends both when the client goes away, and asking for its token makes a source for
            // each request.
            (var isWhole, body) = await BufferedBody.ReadAsync(context.Request, bodyLimit, CancellationToken.None);
            message = context.Request.ToMessage(body.Bytes);
            request = responder.Begin(message);
            var answer = isWhole ? await responder.RespondAsync(request) : responder.Finish(message, TooLong());
            response = answer;
            if (answer.Delay > TimeSpan.Zero)
            {
                await Task.Delay(answer.Delay, clock, context.RequestAborted);
            }

            await ResponseWriter.WriteAsync(context, answer.Message);
            isSent = true;
        }
        catch (Exception gone) when (IsGone(gone, context))
        {
            // Nothing can be sent, and the exchange says so.
        }
        catch (BadHttpRequestException bad)
        {
            message ??= context.Request.ToMessage();
            var answer = responder.Finish(message, new Problem(bad.StatusCode, "malformed request") { Detail = bad.Message }.Response());
            response = answer;
            isSent = await TrySendAsync(context, answer.Message);
        }
        catch (Exception fault)
        {
            message ??= context.Request.ToMessage();
            Log.Failed(logger, fault, message.Method, redactor.Target(message.Target));
            var answer = responder.Finish(message, Fault());
            response = answer;
            isSent = await TrySendAsync(context, answer.Message);
        }
        finally
        {
            Publish(message ?? context.Request.ToMessage(), response, isSent, started, redactor);
            body.Dispose();
            request?.Return();
        }
    }

    private void Publish(RequestMessage request, in MockResponse? response, bool isSent, long started, Redactor redactor)
    {
        if (sinks.Count == 0)
        {
            return;
        }

        var elapsed = clock.GetElapsedTime(started);
        var exchange = new Exchange
        {
            Request = request,
            Response = isSent ? response?.Message : null,
            Operation = response?.Operation,
            RequestViolations = response?.RequestViolations ?? [],
            ResponseViolations = response?.ResponseViolations ?? [],
            Origin = (isSent ? response?.Origin : null) ?? Gone,
            Started = clock.GetUtcNow() - elapsed,
            Elapsed = elapsed,
        };
        for (var index = 0; index < sinks.Count; index++)
        {
            try
            {
                sinks[index].Receive(exchange, redactor);
            }
            catch (Exception fault)
            {
                Log.SinkFailed(logger, fault, request.Method, redactor.Target(request.Target));
            }
        }
    }

    private static bool IsGone(Exception exception, HttpContext context) =>
        exception is OperationCanceledException or IOException or BadHttpRequestException && context.RequestAborted.IsCancellationRequested;

    /// <summary>
    /// In place of a response that could not be given; where one has begun, its end is cut off so that no client takes it for whole.
    /// </summary>
    private static async ValueTask<bool> TrySendAsync(HttpContext context, ResponseMessage response)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return false;
        }

        context.Response.Clear();
        try
        {
            await ResponseWriter.WriteAsync(context, response);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private MockResponse TooLong() => new Problem(413, "body too large")
    {
        Title = "Content Too Large",
        Detail = $"The body has more than the {bodyLimit} bytes that this mock takes; the limit is set when the mock is started.",
    }.Response(new KeyValuePair<string, string>("Connection", "close"));

    private static MockResponse Fault() => new Problem(500, "fault of the mock")
    {
        Detail = "The mock failed to answer this request, which is a fault of its own; its log has the details.",
    }.Response();
}
