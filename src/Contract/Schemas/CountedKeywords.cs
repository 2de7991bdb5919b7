using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// The keywords of schemas that count in the dialect in force there. Keywords of older drafts are read as those of 2020-12 that they mean
/// (<see cref="ItemsForm"/>). Thread-safe.
/// </summary>
internal sealed class CountedKeywords(SpecificationVersion version, SchemaResources resources)
{
    private readonly ConcurrentDictionary<Dialect, DialectKeywords> _others = new();

    /// <summary>The keywords of the dialect that is in force where no schema names another.</summary>
    public DialectKeywords Default { get; } = new(resources.Default, version);

    /// <summary>The keywords of the dialect in force at a schema.</summary>
    public DialectKeywords At(DocumentNode schema)
    {
        var dialect = resources.DialectAt(schema);
        return dialect == resources.Default
            ? Default
            : _others.GetOrAdd(dialect, static (key, version) => new DialectKeywords(key, version), version);
    }

    /// <inheritdoc cref="SchemaView.Keyword"/>
    public DocumentNode? Find(DocumentNode schema, string name)
    {
        var written = ItemsForm.NameIn(schema, name);
        return schema.File.TryGetMember(schema.Value, written, out _) && Counts(schema, written) ? schema.Member(written) : null;
    }

    /// <inheritdoc cref="SchemaView.Keywords"/>
    public IEnumerable<(SchemaKeyword Keyword, DocumentNode Value)> All(DocumentNode schema, Func<SchemaKeyword, bool>? where)
    {
        if (schema.Value.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        var dialect = At(schema);
        var isReference = dialect.IsReferenceAlone(schema.File, schema.Value);
        foreach (var member in schema.Value.EnumerateObject())
        {
            if (dialect.TryFind(member.Name, out var keyword) && (!isReference || keyword.Name == KeywordNames.Ref)
                && ItemsForm.MeaningOf(keyword, schema) is { } meant && where?.Invoke(meant) != false)
            {
                yield return (meant, new DocumentNode(schema.File, $"{schema.Pointer}/{keyword.Name}", member.Value));
            }
        }
    }

    /// <summary>The target of a keyword that refers to a schema; null where it does not count or leads nowhere.</summary>
    public DocumentNode? Target(DocumentNode schema, string keyword) =>
        schema.File.TryGetMember(schema.Value, keyword, out var value) && value.ValueKind == JsonValueKind.String && Counts(schema, keyword)
            ? resources.Resolve(schema, keyword == KeywordNames.RecursiveRef ? "#" : value.GetString()!)
            : null;

    /// <summary>Whether a member of the schema is an extension, or a keyword that counts.</summary>
    private bool Counts(DocumentNode schema, string name)
    {
        if (!KeywordCatalog.TryFind(name, out _))
        {
            return true;
        }

        var dialect = At(schema);
        return dialect.Has(name) && (name == KeywordNames.Ref || !dialect.IsReferenceAlone(schema.File, schema.Value));
    }
}
