using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Serving;

namespace SocialContract.ReferenceImpl.Accounts;

/// <param name="Id">Facebook's own id.</param>
internal sealed record FacebookPageToConnect(
    string Id, string Name, string AccessToken, string Picture, [property: JsonConverter(typeof(TrueFalseOneZero))] bool IsSilhouette);
