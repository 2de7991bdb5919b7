using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Serving;

namespace SocialContract.ReferenceImpl.Users;

/// <summary>What a registered user may do. Only the sentences of a refusal and the right to delete depend on it.</summary>
[JsonConverter(typeof(NameOf<Role>))]
public enum Role
{
    /// <summary>Runs the Workspace: may delete any account, and is whom creators are told to ask.</summary>
    Admin,
    Creator,
    User,
}
