using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Json;

namespace SocialContract.ReferenceImpl.Users;

/// <summary>The role of a registered user. It decides the sentences of a refusal and the right to delete.</summary>
[JsonConverter(typeof(EnumNameConverter<Role>))]
public enum Role
{
    /// <summary>Runs the Workspace: may delete any account; refusals tell creators to ask an admin.</summary>
    Admin,
    Creator,
    User,
}
