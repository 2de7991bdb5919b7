using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>A request as values, before it is written down.</summary>
/// <param name="Values">See <see cref="MessageValues"/>; never changed in place.</param>
/// <param name="Media">How the body is written; null: there is none.</param>
internal sealed record RequestDraft(Operation Operation, JsonObject Values, MediaType? Media)
{
    private (JsonObject? Values, int Size) _counted;

    public CredentialForm Credential { get; init; } = CredentialForm.Right;

    /// <summary>The kinds of credentials that the request can have.</summary>
    public GivenCredentials Given { get; init; } = GivenCredentials.None;

    /// <summary>The schemes by which the caller authenticates.</summary>
    public IReadOnlyList<SecurityScheme> Schemes => CallerCredentials.SchemesOf(Operation, Given);

    /// <summary>The Content-Type sent; null: the media type's own.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body's bytes as they are; null: written from the values.</summary>
    public byte[]? RawBody { get; init; }

    /// <summary>The number of values in it, those in arrays and objects included.</summary>
    public int Size
    {
        get
        {
            // A copy of the record with other values has the counted ones of this one.
            if (!ReferenceEquals(_counted.Values, Values))
            {
                _counted = (Values, MessageValues.CountIn(Values));
            }

            return _counted.Size;
        }
    }

    public bool HasBody => RawBody is not null || (Media is not null && Values.ContainsKey("body"));

    public string? Role { get; init; }

    /// <summary>The path parameters whose values the server gives.</summary>
    public IReadOnlyList<PathParameterBinding> Needs { get; init; } = [];

    /// <summary>What stands for the ids that the server will give, while the request is checked.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Samples() =>
        [.. Needs.Select(needed => KeyValuePair.Create(needed.Creator, SampleOf(needed)))];

    private string SampleOf(PathParameterBinding needed)
    {
        var parameter = Operation.Parameters.First(
            parameter => parameter.In == ParameterLocation.Path && parameter.Name == needed.Parameter);
        return MessageValues.TryGet(Values, MessageSites.PlaceOf(parameter), out var value)
            ? ParameterWriter.Write(parameter, BodyWriter.Element(value))
            : "1";
    }
}
