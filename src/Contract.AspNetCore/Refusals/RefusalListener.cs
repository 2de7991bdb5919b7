using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;
using SocialContract.Contract.AspNetCore.Problems;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace SocialContract.Contract.AspNetCore.Refusals;

/// <summary>
/// Gives the responses that Kestrel makes by itself a body, and tells of them. Kestrel says that it refuses a request by a diagnostic event
/// and then writes a response without a body; what a connection writes goes through a <see cref="RefusalWriter"/>, which adds it.
/// </summary>
/// <param name="refused">Receives each refused request, on the request's thread.</param>
internal sealed class RefusalListener(Action<RefusedRequest>? refused) : DiagnosticSource
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static void Watch(ListenOptions listen) => listen.Use(next => connection =>
    {
        var writer = new RefusalWriter(connection.Transport.Output);
        connection.Features.Set(writer);
        connection.Transport = new Duplex(connection.Transport.Input, writer);
        return next(connection);
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

        var request = features.Get<IHttpRequestFeature>();
        var method = string.IsNullOrEmpty(request?.Method) ? null : request.Method;
        var target = string.IsNullOrEmpty(request?.RawTarget) ? null : request.RawTarget;
        var reason = ReasonOf(fault);
        var body = new ProblemDetails
        {
            Title = ReasonPhrases.GetReasonPhrase(fault.StatusCode),
            Status = fault.StatusCode,
            Detail = $"The server cannot take this request: {reason}.",
        }.ToJson();
        features.Get<RefusalWriter>()?.Refuse(method == HttpMethods.Head ? default : body, body.Length);
        refused?.Invoke(new RefusedRequest(method, target, fault.StatusCode, reason, body));
    }

    /// <summary>Kestrel's sentence up to its quotation of the request, which may hold a secret: <c>Invalid request header</c>.</summary>
    private static string ReasonOf(BadHttpRequestException fault) => fault.Message.Split(':')[0].TrimEnd('.');

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
