using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>
/// Composes a request of an operation: parameters by their styles, credentials by their schemes, the body by its media type. Headers are
/// sent in the order in which they are added.
/// </summary>
internal sealed class RequestComposer(Operation operation)
{
    private readonly RequestHead _head = new(operation.Path);
    private ReadOnlyMemory<byte> _body;

    /// <summary>
    /// The schemes that a caller presents: those of the first requirement that does not need different credentials in the same place. A
    /// client certificate is not part of a request. Empty if no requirement has schemes.
    /// </summary>
    public static IReadOnlyList<SecurityScheme> SchemesOf(Operation operation)
    {
        var requirements = operation.Security.Where(requirement => requirement.Schemes.Count > 0).ToList();
        return (requirements.Find(IsSatisfiable) ?? requirements.FirstOrDefault()) is { } requirement ? SchemesOf(requirement) : [];
    }

    /// <summary>The schemes of a requirement that a request shows, one for each place.</summary>
    public static IReadOnlyList<SecurityScheme> SchemesOf(SecurityRequirement requirement) =>
        [.. requirement.Schemes.Where(scheme => scheme.Kind != SecuritySchemeKind.MutualTls).DistinctBy(PlaceOf)];

    /// <param name="word">The authentication scheme of HTTP, e.g. <c>Bearer</c>; null for an API key.</param>
    public static string CredentialOf(string? word, string token) => word is null ? token : $"{word} {token}";

    public void AddParameter(Parameter parameter, JsonElement value) => _head.Add(parameter, ParameterWriter.Write(parameter, value));

    /// <summary>Replaces a path parameter by a text that is not encoded.</summary>
    public void AddPath(string parameter, string text) => _head.AddPath(parameter, text);

    /// <summary>Adds a credential at the place of its scheme.</summary>
    public void AddCredential(SecurityScheme scheme, string credential) =>
        _head.AddCredential(scheme.In, scheme.ParameterName, credential);

    public void AddHeader(string name, string value) => _head.AddHeader(name, value);

    /// <summary>Adds a value as the body, with its Content-Type.</summary>
    /// <param name="contentType">Null: the media type's own.</param>
    /// <returns>False if the media type cannot represent the value; then there is no body.</returns>
    public bool TryAddBody(MediaType media, JsonNode? value, string? contentType = null)
    {
        if (BodyWriter.Write(media.Name, value) is not { } bytes)
        {
            return false;
        }

        AddBody(bytes, contentType ?? MediaTypes.ContentType(media.Name));
        return true;
    }

    /// <param name="contentType">Null: the request has no Content-Type.</param>
    public void AddBody(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        _body = bytes;
        if (contentType is not null)
        {
            AddHeader("Content-Type", contentType);
        }
    }

    public RequestMessage Compose() => new(operation.Method, _head.Target, HeaderFields.Of(_head.Headers), _body);

    /// <summary>Whether no two schemes need different credentials in the same place.</summary>
    public static bool IsSatisfiable(SecurityRequirement requirement) =>
        requirement.Schemes.DistinctBy(PlaceOf).Count()
        == requirement.Schemes.DistinctBy(scheme => (PlaceOf(scheme), scheme.Scheme)).Count();

    private static (ParameterLocation, string) PlaceOf(SecurityScheme scheme) => (scheme.In, scheme.ParameterName);
}
