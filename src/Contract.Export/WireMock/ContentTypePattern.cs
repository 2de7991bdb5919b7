using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>Conditions for the Content-Type of a request, by the entries of a <c>content</c> map.</summary>
internal sealed class ContentTypePattern(IReadOnlyList<MediaType> content)
{
    public const string Header = "Content-Type";

    /// <summary>The entry by which a body without Content-Type is read; null if there is none.</summary>
    private readonly MediaType? _withoutType = content.FirstOrDefault(media => MediaTypes.IsJson(media.Name));

    /// <summary>Whether any media type has an entry.</summary>
    public bool TakesAll => content.Any(media => media.Name.StartsWith("*/*", StringComparison.Ordinal));

    /// <summary>The requests that the entry describes; a more specific entry has precedence.</summary>
    public JsonObject Of(MediaType media)
    {
        var others = content
            .Where(other => other != media && IsRange(media) && !IsRange(other))
            .Select(other => StubPattern.DoesNotMatch(Expression(other)))
            .ToList();
        var own = StubPattern.Matches(Expression(media));
        var pattern = others.Count == 0 ? own : StubPattern.And(others.Prepend(own));
        return media == _withoutType ? StubPattern.AbsentOr(pattern) : pattern;
    }

    /// <summary>The requests that no entry describes.</summary>
    public JsonObject Others()
    {
        var none = content.Select(media => StubPattern.DoesNotMatch(Expression(media))).ToList();
        return _withoutType is null ? StubPattern.AbsentOr(StubPattern.And(none)) : StubPattern.And(none.Prepend(StubPattern.Present));
    }

    private static bool IsRange(MediaType media) => MediaTypeName.TryParse(media.Name, out var name) && name.IsRange;

    private static string Expression(MediaType media)
    {
        if (!MediaTypeName.TryParse(media.Name, out var name))
        {
            return Regex.Escape(media.Name);
        }

        var type = name.Type is "*" ? "[^/;,]+" : Regex.Escape(name.Type.ToString());
        var subtype = name.IsRange ? "[^;,]+" : Regex.Escape(name.Subtype.ToString());
        return $@"(?i)\s*{type}/{subtype}\s*(?:;[\s\S]*)?";
    }
}
