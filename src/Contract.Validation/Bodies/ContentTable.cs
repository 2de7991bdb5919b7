using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>The media types that a message may have; finds the entry for a Content-Type.</summary>
internal sealed class ContentTable
{
    private readonly IReadOnlyList<MediaType> _media;
    private readonly BodyContent[] _contents;

    /// <param name="bodies">The bodies of a message by media type.</param>
    public ContentTable(IEnumerable<MessageSite> bodies, ShapeReader shapes)
    {
        _contents = [.. bodies.Select(body => new BodyContent(body, shapes))];
        _media = [.. _contents.Select(content => content.Media)];
        Names = [.. _media.Select(media => media.Name)];
        Expected = Names.Count == 0 ? "no body" : string.Join(" or ", Names);
        Json = Array.Find(_contents, entry => entry.Format == BodyFormat.Json)
            ?? Array.Find(_contents, entry => MediaTypeName.TryParse(entry.Media.Name, out var name) && name.MayBeJson);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The media types, for messages.</summary>
    public string Expected { get; }

    public bool IsEmpty => _contents.Length == 0;

    /// <summary>The entry that accepts JSON; null if there is none.</summary>
    public BodyContent? Json { get; }

    /// <summary>The entry that describes bodies with a Content-Type (<see cref="ContentEntries"/>); null if there is none.</summary>
    public BodyContent? Find(string contentType, out BodyFormat format)
    {
        format = BodyFormat.Opaque;
        if (!MediaTypeName.TryParse(contentType, out var sent) || _media.IndexFor(sent) is not (>= 0 and var index))
        {
            return null;
        }

        format = BodyContent.FormatOf(sent);
        return _contents[index];
    }
}
