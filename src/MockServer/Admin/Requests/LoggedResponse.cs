using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>A response that was sent.</summary>
/// <param name="Body">As text; empty if there was none.</param>
internal sealed record LoggedResponse(int Status, IReadOnlyDictionary<string, SomeTexts> Headers, string Body, string BodyAsBase64)
{
    public static LoggedResponse Of(ResponseMessage response) => new(
        response.Status,
        LoggedParts.Headers(response.Headers),
        LoggedParts.Text(response.Headers, response.Body),
        Convert.ToBase64String(response.Body.Span));
}
