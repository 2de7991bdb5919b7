using System.Collections.Concurrent;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Schemas;

/// <summary>The schemas of a document, compiled on first use, separately for requests and responses.</summary>
public sealed class SchemaCatalog
{
    private readonly DocumentSet _documents;
    private readonly Lazy<SchemaRegistry> _requests;
    private readonly Lazy<SchemaRegistry> _responses;
    private readonly ConcurrentDictionary<PlaceId, SchemaReference> _references = new();

    internal SchemaCatalog(DocumentSet documents, SpecificationVersion version, Func<SchemaLocation, string?, bool>? skip)
    {
        _documents = documents;
        View = new SchemaView(version, new SchemaResources(documents));
        _requests = new(() => Registry(MessageDirection.Request));
        _responses = new(() => Registry(MessageDirection.Response));

        SchemaRegistry Registry(MessageDirection direction) => documents.Identifiers.Registry(documents.Identifiers.Settings with
        {
            AssertFormats = true,
            Skip = skip,
            Exempt = location => documents.Find(location) is { } schema ? View.Exemptions(schema, direction) : _ => false,
        });
    }

    /// <summary>What the schemas say by the rules of their dialects.</summary>
    internal SchemaView View { get; }

    /// <summary>The schema at a node; the same object for the same place.</summary>
    public SchemaReference At(DocumentNode node) =>
        _references.GetOrAdd(
            node.Place,
            static (_, arguments) => new SchemaReference(arguments.node, arguments.catalog.Compile),
            (node, catalog: this));

    /// <summary>The errors that prevent the compilation of a schema for a direction, with positions; empty if it compiles.</summary>
    public IReadOnlyList<Diagnostic> FaultsOf(SchemaReference schema, MessageDirection direction) =>
        schema.Compiled(direction) is CompileResult.Failed failed ? [.. failed.Faults.Select(ToDiagnostic)] : [];

    private CompileResult Compile(SchemaLocation location, MessageDirection direction) =>
        (direction == MessageDirection.Request ? _requests : _responses).Value.Compile(UriOf(location));

    private Diagnostic ToDiagnostic(SchemaFault fault)
    {
        var file = _documents.FileAt(fault.Location.Document) ?? _documents.Entry;
        return DiagnosticFactory.Create(
            DiagnosticCodes.Schema, DiagnosticSeverity.Error, file, _documents.PositionOf(fault.Location), fault.Location.Pointer,
            fault.Message, nearest: null);
    }

    /// <summary>A pointer in a URI's fragment is percent-encoded (RFC 6901 section 6).</summary>
    private static Uri UriOf(SchemaLocation location) =>
        new($"{location.Document.AbsoluteUri}#{UriText.EscapeFragment(location.Pointer)}");
}
