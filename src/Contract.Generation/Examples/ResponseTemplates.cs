using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>Every body that one response can have, by media type.</summary>
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
    /// The media types that the client accepts, the most welcome first; of equals the most exactly named, then JSON, then the
    /// document's order.
    /// </summary>
    public IEnumerable<(MediaTypeTemplates Answers, AcceptQuality AcceptQuality)> Acceptable(string? accept) =>
        Media.Select(answers => (Answers: answers, AcceptQuality: AcceptHeader.Judge(accept, answers.MediaType.Name)))
            .Where(entry => entry.AcceptQuality.Weight > 0)
            .OrderByDescending(entry => entry.AcceptQuality.Weight)
            .ThenByDescending(entry => entry.AcceptQuality.Specificity)
            .ThenBy(entry => BodyEncoding.IsJson(entry.Answers.MediaType.Name) ? 0 : 1);

    public Selection.Chosen Empty(int status) => new(Response, status, null, null, _empty) { Headers = _headers.Value };

    public Selection.Chosen With(int status, MediaTypeTemplates answers, AcceptQuality welcome, ResponseTemplate template) =>
        ResponseStatus.IsBodiless(status)
            ? Empty(status)
            : new(Response, status, answers.MediaType, ContentType(answers.MediaType.Name, welcome), template) { Headers = _headers.Value };

    /// <summary>A key that is a range stands for what the client named in it, else for the most usual of its kind.</summary>
    private static string ContentType(string key, AcceptQuality welcome) =>
        !MediaTypeName.TryParse(key, out var name) || !name.IsRange ? key
        : welcome.Named ?? (name.Type is "text" ? "text/plain" : name.Type is "application" or "*" ? "application/json" : "application/octet-stream");
}
