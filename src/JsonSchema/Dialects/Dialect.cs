using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Keywords;

namespace SocialContract.JsonSchema.Dialects;

/// <summary>
/// A set of keywords and the rules that go with them: what <c>$schema</c> names. Immutable; a dialect of one's own is derived from one
/// of the standard ones:
/// <code>
/// Dialect.Draft4.As(new Uri("https://example.com/dialect"))
///     .With(Keyword.Annotation("example"), Dialect.Draft202012["prefixItems"])
///     .Without("id", "patternProperties")
/// </code>
/// A keyword that the dialect does not have is not looked at.
/// </summary>
public sealed class Dialect
{
    private const int LongestName = 64;

    private readonly FrozenDictionary<string, Keyword> _keywords;

    private Dialect(Uri id, FrozenDictionary<string, Keyword> keywords) => (Id, _keywords) = (id, keywords);

    private Dialect(Dialect original, Uri? id = null, FrozenDictionary<string, Keyword>? keywords = null)
        : this(id ?? original.Id, keywords ?? original._keywords)
    {
        RefReplacesSiblings = original.RefReplacesSiblings;
        AssertsFormats = original.AssertsFormats;
        IdKeyword = original.IdKeyword;
        AllowsBooleanSchemas = original.AllowsBooleanSchemas;
        AnnotatesUnknown = original.AnnotatesUnknown;
        Layout = original.Layout;
    }

    public static Dialect Draft202012 { get; } = StandardDialects.Draft202012();

    public static Dialect Draft201909 { get; } = StandardDialects.Draft201909();

    public static Dialect Draft7 { get; } = StandardDialects.Draft7();

    public static Dialect Draft6 { get; } = StandardDialects.Draft6();

    public static Dialect Draft4 { get; } = StandardDialects.Draft4();

    /// <summary>The URI that <c>$schema</c> names it by.</summary>
    public Uri Id { get; }

    /// <summary>Whether a schema with <c>$ref</c> consists of nothing else, as up to draft 7.</summary>
    public bool RefReplacesSiblings { get; private init; }

    /// <summary>Whether <c>format</c> is an assertion whatever the settings say.</summary>
    public bool AssertsFormats { get; private init; }

    /// <summary>Where documents that are no schemas hold them; null where a document is a schema.</summary>
    public DocumentLayout? Layout { get; private init; }

    /// <summary>The keyword that gives a schema its URI: <c>$id</c> or <c>id</c>, or null where there is none.</summary>
    internal string? IdKeyword { get; private init; }

    /// <summary>Whether <c>true</c> and <c>false</c> are schemas, as since draft 6.</summary>
    internal bool AllowsBooleanSchemas { get; private init; }

    /// <summary>Whether unknown keywords are annotations (JSON Schema core 6.5, since 2019-09) and not just nothing.</summary>
    internal bool AnnotatesUnknown { get; private init; }

    /// <summary>The keyword of that name.</summary>
    /// <exception cref="KeyNotFoundException">The dialect has none of that name.</exception>
    public Keyword this[string name] => _keywords[name];

    /// <summary>The same under another name.</summary>
    public Dialect As(Uri id) => new(this, id: id);

    /// <summary>Adds keywords, or replaces those of the same names.</summary>
    public Dialect With(params IEnumerable<Keyword> keywords)
    {
        var all = _keywords.ToDictionary(StringComparer.Ordinal);
        foreach (var keyword in keywords)
        {
            all[keyword.Name] = keyword;
        }

        return new(this, keywords: all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Removes keywords; without its identifying keyword a dialect knows no identifiers but documents' URIs.</summary>
    public Dialect Without(params IEnumerable<string> names)
    {
        var removed = names.ToHashSet(StringComparer.Ordinal);
        var rest = _keywords.Where(pair => !removed.Contains(pair.Key)).ToFrozenDictionary(StringComparer.Ordinal);
        return new(this, keywords: rest) { IdKeyword = IdKeyword is null || removed.Contains(IdKeyword) ? null : IdKeyword };
    }

    /// <summary>Removes all keywords but these.</summary>
    public Dialect Only(params IEnumerable<string> names) => Without(_keywords.Keys.Except(names, StringComparer.Ordinal));

    /// <summary>Makes <c>format</c> an assertion, or leaves that to the settings.</summary>
    public Dialect WithFormatAssertion(bool asserts) => new(this) { AssertsFormats = asserts };

    /// <summary>Says where documents hold schemas; null: a document is a schema.</summary>
    public Dialect WithLayout(DocumentLayout? layout) => new(this) { Layout = layout };

    internal static Dialect Create(string id, string idKeyword, DialectRules rules, IEnumerable<Keyword> keywords) =>
        new(new Uri(id), keywords.ToFrozenDictionary(keyword => keyword.Name, StringComparer.Ordinal))
        {
            IdKeyword = idKeyword,
            RefReplacesSiblings = rules.HasFlag(DialectRules.RefReplacesSiblings),
            AllowsBooleanSchemas = rules.HasFlag(DialectRules.BooleanSchemas),
            AnnotatesUnknown = rules.HasFlag(DialectRules.UnknownAreAnnotations),
        };

    internal bool TryFind(string name, [NotNullWhen(true)] out Keyword? keyword) => _keywords.TryGetValue(name, out keyword);

    /// <summary>As by name, without making a string of it.</summary>
    internal bool TryFind(JsonProperty member, [NotNullWhen(true)] out Keyword? keyword)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);
        if (name.Length > LongestName || name.Contains((byte)'\\'))
        {
            return TryFind(member.Name, out keyword);
        }

        Span<char> characters = stackalloc char[LongestName];
        return _keywords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(characters[..Encoding.UTF8.GetChars(name, characters)], out keyword);
    }
}
