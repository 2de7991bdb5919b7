using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading;

/// <summary>
/// Reads <c>content</c> maps: media types with their schemas, examples and encodings (OpenAPI 3.1, sections 4.8.14 and 4.8.15).
/// </summary>
internal sealed class ContentReader(ModelContext context, ExampleReader examples)
{
    /// <summary>In document order; empty if there is no <c>content</c>.</summary>
    public IReadOnlyList<MediaType> Read(DocumentNode owner) =>
        owner.Member("content") is { } content ? [.. Entries(content)] : [];

    private IEnumerable<MediaType> Entries(DocumentNode content)
    {
        foreach (var (name, node) in content.Members())
        {
            if (name.StartsWith("x-", StringComparison.Ordinal)
                || context.Documents.Follow(node) is not { Value.ValueKind: JsonValueKind.Object } mediaType)
            {
                continue;
            }

            yield return new MediaType
            {
                Name = name,
                Schema = mediaType.Member("schema") is { } schema ? context.Schemas.At(schema) : null,
                Examples = examples.Read(mediaType),
                Encodings = Encodings(mediaType),
                NamesViolations = mediaType.Text("x-violations") == "name-to-sentences",
                Source = context.Provenances.Of(mediaType).Source,
                Node = mediaType,
            };
        }
    }

    private static Dictionary<string, MediaTypeEncoding> Encodings(DocumentNode mediaType)
    {
        var encodings = new Dictionary<string, MediaTypeEncoding>(StringComparer.Ordinal);
        foreach (var (name, node) in mediaType.Member("encoding")?.Members() ?? [])
        {
            encodings[name] = new MediaTypeEncoding
            {
                ContentType = node.Text("contentType"),
                Style = ParameterStyles.Parse(node.Text("style")),
                Explode = node.Member("explode")?.Value.ValueKind switch
                {
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    _ => null,
                },
            };
        }

        return encodings;
    }
}
