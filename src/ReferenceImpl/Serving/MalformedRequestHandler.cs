using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>A body that is not valid HTTP is the client's error; any other exception is the server's.</summary>
internal sealed class MalformedRequestHandler(ILogger<MalformedRequestHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception fault, CancellationToken cancellationToken)
    {
        if (fault is not BadHttpRequestException bad)
        {
            return false;
        }

        Log.RefusedByServer(log, context.Request.Method, bad.StatusCode, bad.Message.TrimEnd('.'));
        context.Response.Headers.Connection = "close";
        await TypedResults.Problem(bad.Message, statusCode: bad.StatusCode).ExecuteAsync(context);
        return true;
    }
}
