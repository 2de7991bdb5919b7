using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Keywords;

namespace SocialContract.JsonSchema.Dialects;

/// <summary>
/// A set of keywords and the rules that belong to them, as <c>$schema</c> names it. Immutable; a new dialect is derived from a standard
/// dialect:
/// <code>
/// Dialect.Draft4.As(new Uri("https://example.com/dialect"))
///     .With(Keyword.Annotation("example"), Dialect.Draft202012["prefixItems"])
///     .Without("id", "patternProperties")
/// </code>
/// A keyword that the dialect does not have is ignored.
/// </summary>
public sealed class Dialect
{
    private const int MaxStackName = 64;

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

    /// <summary>The URI by which <c>$schema</c> names the dialect.</summary>
    public Uri Id { get; }

    /// <summary>Whether the siblings of <c>$ref</c> are ignored, as up to draft 7.</summary>
    public bool RefReplacesSiblings { get; private init; }

    /// <summary>Whether <c>format</c> is an assertion regardless of the settings.</summary>
    public bool AssertsFormats { get; private init; }

    /// <summary>Where documents that are not schemas hold schemas; null where a document is a schema.</summary>
    public DocumentLayout? Layout { get; private init; }

    /// <summary>The keyword that gives a schema its URI: <c>$id</c> or <c>id</c>, or null where there is none.</summary>
    internal string? IdKeyword { get; private init; }

    /// <summary>Whether <c>true</c> and <c>false</c> are schemas, as since draft 6.</summary>
    internal bool AllowsBooleanSchemas { get; private init; }

    /// <summary>Whether unknown keywords are annotations (JSON Schema core 6.5, since 2019-09) instead of being ignored.</summary>
    internal bool AnnotatesUnknown { get; private init; }

    /// <summary>The keyword of a name.</summary>
    /// <exception cref="KeyNotFoundException">The dialect does not have the keyword.</exception>
    public Keyword this[string name] => _keywords[name];

    /// <summary>Whether the dialect has a keyword of that name.</summary>
    public bool Has(string name) => _keywords.ContainsKey(name);

    /// <summary>The same dialect with another URI.</summary>
    public Dialect As(Uri id) => new(this, id: id);

    /// <summary>Adds keywords, which replace keywords of the same name.</summary>
    public Dialect With(params IEnumerable<Keyword> keywords)
    {
        var all = _keywords.ToDictionary(StringComparer.Ordinal);
        foreach (var keyword in keywords)
        {
            all[keyword.Name] = keyword;
        }

        return new(this, keywords: all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Removes keywords. Without its identifying keyword a dialect has no identifiers except the URIs of documents.</summary>
    public Dialect Without(params IEnumerable<string> names)
    {
        var removed = names.ToHashSet(StringComparer.Ordinal);
        var rest = _keywords.Where(pair => !removed.Contains(pair.Key)).ToFrozenDictionary(StringComparer.Ordinal);
        return new(this, keywords: rest) { IdKeyword = IdKeyword is null || removed.Contains(IdKeyword) ? null : IdKeyword };
    }

    /// <summary>Removes all keywords except these.</summary>
    public Dialect Only(params IEnumerable<string> names) => Without(_keywords.Keys.Except(names, StringComparer.Ordinal));

    /// <summary>Makes <c>format</c> an assertion, or leaves the choice to the settings.</summary>
    public Dialect WithFormatAssertion(bool asserts) => new(this) { AssertsFormats = asserts };

    /// <summary>Sets where documents hold schemas; null where a document is a schema.</summary>
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

    /// <summary>As by name, without allocating a string for it.</summary>
    internal bool TryFind(JsonProperty member, [NotNullWhen(true)] out Keyword? keyword)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);
        if (name.Length > MaxStackName || name.Contains((byte)'\\'))
        {
            return TryFind(member.Name, out keyword);
        }

        Span<char> characters = stackalloc char[MaxStackName];
        var length = Encoding.UTF8.GetChars(name, characters);
        return _keywords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(characters[..length], out keyword);
    }
}
