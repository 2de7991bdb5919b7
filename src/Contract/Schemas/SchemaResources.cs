using System.Collections.Concurrent;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// The dialect in force at a schema, and the targets of references: both as the evaluation of schemas finds them. Thread-safe.
/// </summary>
/// <remarks>
/// In most documents no schema names its dialect or has an identifier: then the document's dialect is in force everywhere, and references
/// are resolved without an index of identifiers.
/// </remarks>
internal sealed class SchemaResources(DocumentSet documents)
{
    private readonly ConcurrentDictionary<PlaceId, Dialect> _dialects = new();
    private readonly ConcurrentDictionary<(PlaceId Place, string Reference), SchemaLocation?> _targets = new();

    /// <summary>The dialect of schemas without <c>$schema</c>.</summary>
    public Dialect Default { get; } = documents.Identifiers.Settings.DefaultDialect;

    /// <summary>The dialect in force at a schema.</summary>
    public Dialect DialectAt(DocumentNode schema) => documents.Identifiers.MayExist
        ? _dialects.GetOrAdd(schema.Place, static (place, identifiers) => identifiers.DialectAt(place), documents.Identifiers)
        : Default;

    /// <summary>The schema that a reference names; null if no file of the document has it.</summary>
    public DocumentNode? Resolve(DocumentNode schema, string reference)
    {
        if (!documents.Identifiers.MayExist)
        {
            return documents.TryResolve(schema, reference, out var found) ? found : null;
        }

        var target = _targets.GetOrAdd(
            (schema.Place, reference),
            static (key, identifiers) => identifiers.Resolve(key.Place, key.Reference),
            documents.Identifiers);
        return target is null ? null : documents.Find(target);
    }
}
