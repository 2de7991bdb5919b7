using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>The templates of all bodies that a response can have, by media type.</summary>
internal sealed class ResponseTemplates
{
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> _headers;
    private readonly ResponseTemplate _empty;

    public ResponseTemplates(Response response, DataGenerator generator, TargetTypes types)
    {
        Response = response;
        Media = [.. response.Content.Select(mediaType => new MediaTypeTemplates(mediaType, generator, types))];
        _headers = new(() => ResponseHeaders.Of(response, generator));
        _empty = new FixedTemplate(new ResponseOrigin(ResponseOriginKind.None, "", response.Node.Position, response.Source), null);
    }

    public Response Response { get; }

    /// <summary>In document order.</summary>
    public IReadOnlyList<MediaTypeTemplates> Media { get; }

    /// <summary>
    /// The media types that the client accepts, ordered by weight, then by specificity, then JSON first, then in document order.
    /// </summary>
    public IEnumerable<(MediaTypeTemplates Media, AcceptQuality Quality)> Acceptable(string? accept) =>
        Media.Select(media => (Media: media, Quality: AcceptHeader.QualityOf(accept, media.MediaType.Name)))
            .Where(entry => entry.Quality.Weight > 0)
            .OrderByDescending(entry => entry.Quality.Weight)
            .ThenByDescending(entry => entry.Quality.Specificity)
            .ThenBy(entry => MediaTypes.IsJson(entry.Media.MediaType.Name) ? 0 : 1);

    /// <summary>Whether a media type has an example of that name.</summary>
    public bool HasExample(string name) => Media.Any(media => media.ForExample(name) is not null);

    /// <summary>The response without a body.</summary>
    public Selection.Chosen Empty(int status) => new(Response, status, null, null, _empty) { Headers = _headers.Value };

    /// <summary>The response with that body, or without a body where the status does not allow one.</summary>
    public Selection.Chosen With(int status, MediaTypeTemplates media, AcceptQuality quality, ResponseTemplate template) =>
        !StatusCode.HasBody(status)
            ? Empty(status)
            : new(Response, status, media.MediaType, ContentType(media.MediaType.Name, quality), template) { Headers = _headers.Value };

    /// <summary>For a key that is a range: the media type in it that the client named, else a usual one.</summary>
    private static string ContentType(string key, AcceptQuality quality) =>
        !MediaTypeName.TryParse(key, out var name) ? key
        : name.IsRange && quality.Named is { } named ? named
        : name.InRange;
}
