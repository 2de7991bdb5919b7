using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>What one part, or every part, of a multipart body must be.</summary>
/// <param name="Name">Kept, but not compared, as in Java WireMock.</param>
/// <param name="FileName">Compared where headers or bodies are; null: any.</param>
/// <param name="MatchesAll">Whether every part must match.</param>
/// <param name="Headers">By field name.</param>
internal sealed record MultipartPattern(
    string? Name,
    string? FileName,
    bool MatchesAll,
    IReadOnlyList<KeyValuePair<string, MultiValuePattern>> Headers,
    IReadOnlyList<ValuePattern> Bodies)
{
    public string Expected => $"{(MatchesAll ? "all parts" : "a part")} with {string.Join(" AND ", Conditions)}";

    private IEnumerable<string> Conditions => Headers
        .Select(header => $"{header.Key} {header.Value.Name} {header.Value.Expected}")
        .Concat(Bodies.Select(body => body.ToString()));

    public bool Matches(StubRequest request)
    {
        if (!request.IsMultipart)
        {
            return false;
        }

        return MatchesAll ? request.Parts.All(part => Matches(part, request)) : request.Parts.Any(part => Matches(part, request));
    }

    private bool Matches(StubRequestPart part, StubRequest request) =>
        (Headers.Count == 0 && Bodies.Count == 0)
        || ((FileName is null || FileName == part.FileName)
            && Headers.All(header => header.Value.Matches([.. part.Headers.Lines(header.Key).Select(request.Value)]))
            && Bodies.All(body => body.Matches(part.Body)));
}
