using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
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
