using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;
using SocialContract.Contract.AspNetCore.Problems;
using SocialContract.Contract.Messages;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace SocialContract.Contract.AspNetCore.Refusals;

/// <summary>
/// Adds a body to each response with which Kestrel itself refuses a request, and reports the request. Kestrel first raises a diagnostic
/// event, then writes a response without a body; the connection's output passes through a <see cref="RefusalWriter"/>, which adds the body.
/// </summary>
/// <param name="refused">Receives each refused request after the response to it was sent, on the request's thread.</param>
/// <param name="clock">The clock for measured times.</param>
internal sealed class RefusalListener(Action<RefusedRequest>? refused, TimeProvider clock) : DiagnosticSource
{
    /// <summary>A method or target that was not read, as in access logs.</summary>
    private const string Unread = "-";

    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static void Watch(ListenOptions listen) => listen.Use(next => async connection =>
    {
        var writer = new RefusalWriter(connection.Transport.Output);
        connection.Features.Set(writer);
        connection.Transport = new Duplex(connection.Transport.Input, writer);
        try
        {
            await next(connection);
        }
        finally
        {
            writer.End();
        }
    });

    public override bool IsEnabled(string name) => name == BadRequest;

    public override void Write(string name, object? value)
    {
        if (name != BadRequest || value is not IFeatureCollection features
            || features.Get<IBadRequestExceptionFeature>()?.Error is not BadHttpRequestException fault
            || features.Get<IHttpResponseFeature>()?.HasStarted == true)
        {
            // Of a request that the application has responded to, Kestrel refuses the rest of the body.
            return;
        }

        var (started, timestamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        var request = Read(features.Get<IHttpRequestFeature>());
        var reason = ReasonOf(fault);
        var body = new ProblemDetails
        {
            Title = ReasonPhrases.GetReasonPhrase(fault.StatusCode),
            Status = fault.StatusCode,
            Detail = $"The server cannot take this request: {reason}.",
        }.ToJson();
        features.Get<RefusalWriter>()?.Refuse(
            request.Method == HttpMethods.Head ? default : body,
            body.Length,
            response => refused?.Invoke(new RefusedRequest(request, reason, response, started, clock.GetElapsedTime(timestamp))));
    }

    /// <summary>A copy of what Kestrel read of the request.</summary>
    private static RequestMessage Read(IHttpRequestFeature? request) => new(
        string.IsNullOrEmpty(request?.Method) ? Unread : request.Method,
        string.IsNullOrEmpty(request?.RawTarget) ? Unread : request.RawTarget,
        HeaderFields.Of(from header in request?.Headers ?? new HeaderDictionary()
                        from value in header.Value
                        select new KeyValuePair<string, string>(header.Key, value ?? "")));

    /// <summary>Kestrel's sentence up to its quotation of the request, which may hold a secret: <c>Invalid request header</c>.</summary>
    private static string ReasonOf(BadHttpRequestException fault) => fault.Message.Split(':')[0].TrimEnd('.');

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
