using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Json;

namespace SocialContract.ReferenceImpl.Users;

/// <summary>What a registered user may do. Only the sentences of a refusal and the right to delete depend on it.</summary>
[JsonConverter(typeof(EnumNameConverter<Role>))]
public enum Role
{
    /// <summary>Runs the Workspace: may delete any account; refusals tell creators to ask an admin.</summary>
    Admin,
    Creator,
    User,
}
