using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Json;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The body of POST facebook_pages.</summary>
internal sealed record ConnectFacebookPages(FacebookAccount FacebookAccount, IReadOnlyList<FacebookPageToConnect>? FbPages = null);

/// <param name="Id">Facebook's own id.</param>
internal sealed record FacebookPageToConnect(
    string Id,
    string Name,
    string AccessToken,
    string Picture,
    [property: JsonConverter(typeof(TrueFalseOneZeroConverter))] bool IsSilhouette);

/// <summary>The body of the 200 of POST facebook_pages.</summary>
/// <param name="Success">False only if no page was connected and at least one was refused.</param>
/// <param name="Message">A sentence for each page that was not connected.</param>
internal sealed record FacebookPagesResponse(bool Success, IReadOnlyList<FacebookPage> FbPages, IReadOnlyList<string> Message);
