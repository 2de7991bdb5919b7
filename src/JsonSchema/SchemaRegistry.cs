using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema;

/// <summary>
/// The documents that schemas are compiled from. Documents are never fetched: a reference to a document that was not added is a fault.
/// </summary>
public sealed class SchemaRegistry
{
    private readonly Lock _lock = new();
    private readonly SchemaCompiler _compiler;
    private readonly ConcurrentDictionary<string, CompileResult> _results = new(StringComparer.Ordinal);

    public SchemaRegistry(SchemaSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        _compiler = new(new(settings));
    }

    public SchemaSettings Settings { get; }

    /// <summary>
    /// Adds a document that is a schema or contains schemas (<see cref="Dialects.Dialect.Layout"/>), which is read when a schema in it
    /// is first compiled. The element is cloned. Schemas that failed because the document was missing may be compiled again.
    /// </summary>
    /// <param name="documentUri">Absolute; a fragment is ignored. A second document with the same URI replaces the first for schemas
    /// that have not been compiled yet.</param>
    public void Add(Uri documentUri, JsonElement document)
    {
        CheckAbsolute(documentUri, nameof(documentUri));
        lock (_lock)
        {
            _compiler.Store.Add(documentUri, document);
            foreach (var (location, result) in _results)
            {
                if (result is CompileResult.Failed)
                {
                    _results.TryRemove(location, out _);
                }
            }

            _compiler.Forget();
        }
    }

    /// <summary>
    /// Compiles the schema at a document's URI (or an <c>$id</c>) with a JSON pointer or an anchor in its fragment, and every schema that
    /// it refers to. A schema is compiled once; later calls return the same result. Thread-safe.
    /// </summary>
    /// <param name="schemaLocation">Absolute; without a fragment it is the document itself.</param>
    public CompileResult Compile(Uri schemaLocation)
    {
        CheckAbsolute(schemaLocation, nameof(schemaLocation));
        var location = schemaLocation.AbsoluteUri;
        if (_results.TryGetValue(location, out var known))
        {
            return known;
        }

        lock (_lock)
        {
            return _results.GetOrAdd(location, CompileNew);
        }
    }

    /// <summary>
    /// The dialect in force at a schema: that of its schema resource (JSON Schema core 8.1.1, 4.3.5), which may name it by <c>$schema</c>.
    /// The schema is not compiled. Thread-safe.
    /// </summary>
    /// <returns><see cref="SchemaSettings.DefaultDialect"/> where there is nothing at the location.</returns>
    public Dialect DialectAt(SchemaLocation schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        lock (_lock)
        {
            return _compiler.Store.TryPlaceAt(schema, out var place) ? place.Resource.Dialect : Settings.DefaultDialect;
        }
    }

    /// <summary>
    /// The schema that a reference names, as <c>$ref</c> may be written: relative to the schema's base URI (core 8.2). No schema is
    /// compiled. Thread-safe.
    /// </summary>
    /// <param name="schema">The schema that has the reference.</param>
    /// <param name="reference">A URI reference with a JSON pointer, an anchor or nothing in its fragment.</param>
    /// <returns>Null where the reference leads nowhere.</returns>
    public SchemaLocation? Resolve(SchemaLocation schema, string reference)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(reference);
        lock (_lock)
        {
            return _compiler.Store.TryPlaceAt(schema, out var place)
                && _compiler.Store.TryFind(UriText.Resolve(place.Resource.BaseUri, reference), out var target, out _)
                ? target.Location
                : null;
        }
    }

    /// <summary>
    /// The base URI of the references in a schema, without a fragment: that of its resource (core 8.2.1). Thread-safe.
    /// </summary>
    /// <returns>Null where there is nothing at the location.</returns>
    internal string? BaseUriAt(SchemaLocation schema)
    {
        lock (_lock)
        {
            return _compiler.Store.TryPlaceAt(schema, out var place) ? place.Resource.BaseUri : null;
        }
    }

    private CompileResult CompileNew(string location)
    {
        if (!_compiler.Store.TryFind(location, out var place, out var problem))
        {
            var (document, fragment) = UriText.Split(location);
            var missing = new SchemaLocation(new Uri(document), Uri.UnescapeDataString(fragment ?? ""));
            var message = $"Expected a schema, found none: {problem}. Register the document or correct the location.";
            return new CompileResult.Failed([new(missing, "", message)]);
        }

        var schema = _compiler.Compile(place);
        var faults = SchemaCompiler.FaultsOf(schema);
        return faults.Count == 0
            ? new CompileResult.Compiled(new(schema, Settings))
            : new CompileResult.Failed(faults);
    }

    private static void CheckAbsolute(Uri uri, string parameter)
    {
        ArgumentNullException.ThrowIfNull(uri, parameter);
        if (!uri.IsAbsoluteUri)
        {
            throw new ArgumentException($"Expected an absolute URI, found '{uri}'.", parameter);
        }
    }
}
