using System.Collections.Concurrent;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract;

/// <summary>The content of a document: read once, immutable. Everything else in the kit is derived from it.</summary>
public sealed class ContractDescription
{
    private readonly ConcurrentDictionary<Operation, IReadOnlyList<Diagnostic>> _faults = new();

    public required string Title { get; init; }

    /// <summary><c>info.version</c>; empty if the document has none.</summary>
    public required string Version { get; init; }

    /// <summary>The <c>openapi</c> field as written, e.g. <c>3.1.0</c>.</summary>
    public required string OpenApi { get; init; }

    public required SpecificationVersion Specification { get; init; }

    /// <summary>In document order.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    public required IReadOnlyDictionary<string, SecurityScheme> SecuritySchemes { get; init; }

    public required IReadOnlyList<ProviderState> ProviderStates { get; init; }

    /// <summary>By row, then place.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Warnings, and errors that concern only some operations.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    public required RuleBook Rules { get; init; }

    public required DocumentSet Documents { get; init; }

    /// <summary>Every schema, compiled on first use.</summary>
    public required SchemaCatalog Schemas { get; init; }

    /// <summary>The document's schemas, read by the rules of their dialects.</summary>
    internal SchemaView View => Schemas.View;

    /// <summary>
    /// Compiles every schema that the operation's messages need, once, and returns the errors because of which they cannot be validated:
    /// <see cref="Operation.Faults"/> and those of its schemas. The operations of small documents are checked at load, those of large
    /// documents on first use. Thread-safe.
    /// </summary>
    public IReadOnlyList<Diagnostic> FaultsOf(Operation operation) =>
        _faults.GetOrAdd(operation, static (operation, schemas) => OperationSchemas.FaultsOf(operation, schemas), Schemas);
}
