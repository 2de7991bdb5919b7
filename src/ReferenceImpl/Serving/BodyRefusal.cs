using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.ReferenceImpl.Requests;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>The response to a request whose body was too long, or for which there was no room; logs the reason.</summary>
internal static class BodyRefusal
{
    public static ProblemHttpResult Of(BodyOutcome outcome, HttpContext context, BodyLimit limit, ILogger log)
    {
        var (status, reason, advice) = outcome == BodyOutcome.TooLong
            ? (
                StatusCodes.Status413PayloadTooLarge,
                $"The body is larger than {limit.Bytes} bytes",
                ", the limit that was set when the server started.")
            : (
                StatusCodes.Status503ServiceUnavailable,
                "The server holds as many request bodies as it may hold at once",
                "; send the request again later.");
        if (outcome == BodyOutcome.NoRoom)
        {
            context.Response.Headers.RetryAfter = BodyBudget.RetryAfterSeconds;
        }

        // The rest of the body is not read.
        context.Response.Headers.Connection = "close";
        Log.RefusedByServer(log, context.Request.Method, status, reason);
        return TypedResults.Problem(reason + advice, statusCode: status);
    }
}
