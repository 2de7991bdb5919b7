using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.ReferenceImpl.Accounts;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>
/// The response to a request that breaks the document: in the API's own words where the documentation has any, else problem details.
/// </summary>
internal static class ContractRefusal
{
    public static IResult Of(RequestVerdict verdict, HttpResponse response)
    {
        switch (verdict.Stage)
        {
            case ViolationKind.Security:
                // RFC 9110, section 11.6.1: a 401 names the authentication scheme.
                response.Headers.WWWAuthenticate = "Bearer";
                return TypedResults.Json(
                    new ErrorResponse("Only registered user can perform this action"), statusCode: StatusCodes.Status401Unauthorized);
            case ViolationKind.ContentType:
                return Problem(StatusCodes.Status415UnsupportedMediaType, verdict);
            case ViolationKind.Syntax:
                return Problem(StatusCodes.Status400BadRequest, verdict);
            default:
                return Sentences(verdict);
        }
    }

    private static ProblemHttpResult Problem(int status, RequestVerdict verdict) =>
        TypedResults.Problem(verdict.Violations[0].Message, statusCode: status);

    /// <summary>The documented name of each broken parameter with the documentation's sentences.</summary>
    private static Utf8ContentHttpResult Sentences(RequestVerdict verdict)
    {
        var body = new ArrayBufferWriter<byte>();
        ViolationBody.Write(verdict.Violations, body);
        return TypedResults.Text(body.WrittenSpan, "application/json; charset=utf-8", StatusCodes.Status422UnprocessableEntity);
    }
}
