using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Generation.Examples;

namespace SocialContract.MockServer.Serving;

/// <summary>Puts what the document and the mock say of an answer into its headers.</summary>
internal static class ChosenAnswer
{
    public static AnswerDescription Announce(HttpContext context, OperationPlan plan, Selection.Chosen chosen, int length)
    {
        var description = plan.Describe(chosen);
        var response = context.Response;
        response.StatusCode = chosen.Status;
        foreach (var (name, value) in description.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers[MockHeaders.Answer] = description.Header;
        if (description.ContentType is not null)
        {
            response.ContentType = description.ContentType;
        }

        if (MayHaveBody(chosen.Status))
        {
            response.ContentLength = length;
        }

        return description;
    }

    /// <summary>RFC 9110, section 6.4.1; 205 has an empty body, which is said by its length.</summary>
    private static bool MayHaveBody(int status) => status >= 200 && status != StatusCodes.Status204NoContent && status != StatusCodes.Status304NotModified;
}
