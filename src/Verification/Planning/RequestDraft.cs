using System.Text.Json.Nodes;
using SocialApi.Contract.Model;

namespace SocialApi.Verification.Planning;

/// <summary>A request as values, before it is written down.</summary>
/// <param name="Parts">See <see cref="Planning.Parts"/>; never changed in place.</param>
/// <param name="Media">How the body is written; null: there is none.</param>
internal sealed record RequestDraft(Operation Operation, JsonObject Parts, MediaType? Media)
{
    public CredentialForm Credential { get; init; } = CredentialForm.Right;

    /// <summary>The Content-Type sent; null: the media type's own.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body's bytes as they are; null: written from the values.</summary>
    public byte[]? RawBody { get; init; }

    public bool HasBody => RawBody is not null || (Media is not null && Parts.ContainsKey("body"));

    public string? Role { get; init; }

    /// <summary>A path parameter whose value the server gives: the creating operation's id and the parameter's name.</summary>
    public (string Creator, string Parameter)? Needs { get; init; }
}
