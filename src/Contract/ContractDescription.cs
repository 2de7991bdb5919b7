using System.Collections.Concurrent;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract;

/// <summary>What a document says, read once and immutable. Everything else in the kit is derived from it.</summary>
public sealed class ContractDescription
{
    private readonly ConcurrentDictionary<Operation, IReadOnlyList<Diagnostic>> _checked = new();

    public required string Title { get; init; }

    /// <summary><c>info.version</c>; empty where the document has none.</summary>
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

    /// <summary>Harmless faults, and errors confined to one operation.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    public required RuleBook Rules { get; init; }

    public required DocumentSet Documents { get; init; }

    /// <summary>Every schema, compiled when first asked for.</summary>
    public required SchemaCatalog Schemas { get; init; }

    /// <summary>
    /// Compiles every schema that the operation's messages need, once, and returns all errors that keep it from being judged: its
    /// <see cref="Operation.Faults"/> and those of its schemas. Of small documents all operations have been checked at load; for large ones this is
    /// asked at an operation's first use. Thread-safe.
    /// </summary>
    public IReadOnlyList<Diagnostic> Check(Operation operation) =>
        _checked.GetOrAdd(operation, static (operation, schemas) => OperationSchemas.Check(operation, schemas), Schemas);
}
