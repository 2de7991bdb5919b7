using System.Runtime.CompilerServices;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Model;

/// <summary>One method of one path (OpenAPI 3.1, section 4.8.10), including what its path item adds.</summary>
public sealed record Operation
{
    /// <summary>The document's <c>operationId</c>, else <c>METHOD /path</c>. Unique.</summary>
    public required string Id { get; init; }

    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path template as written, with its leading slash, without any server's base path.</summary>
    public required string Path { get; init; }

    public string? Summary { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>In document order, the path item's first; without overridden ones.</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    public RequestBody? RequestBody { get; init; }

    /// <summary>In document order.</summary>
    public required IReadOnlyList<Response> Responses { get; init; }

    /// <summary>The response of the status, else of its range, else the default; null if there is none.</summary>
    public Response? ResponseFor(int status)
    {
        Response? best = null;
        for (var index = 0; index < Responses.Count; index++)
        {
            if (Responses[index].Key.Fits(status) > (best?.Key.Fits(status) ?? 0))
            {
                best = Responses[index];
            }
        }

        return best;
    }

    /// <summary>
    /// Whether the document describes how an accepted request ends: a 2xx, a 3xx, or the default. Without one no status shows whether a
    /// request was accepted. An interim response (1xx) is not the end of a request.
    /// </summary>
    internal bool DescribesSuccess => Responses.Any(response => response.Key.IsDefault || response.Key.Class is 2 or 3);

    /// <summary>Alternatives, one of which must be met. Empty: the operation needs no credentials.</summary>
    public required IReadOnlyList<SecurityRequirement> Security { get; init; }

    /// <summary>
    /// The base paths at which it is reachable, besides its bare path, e.g. <c>/api/v3</c>: from the nearest <c>servers</c>, with the
    /// defaults of their variables.
    /// </summary>
    public required IReadOnlyList<string> BasePaths { get; init; }

    /// <summary>
    /// Errors that concern only this operation, such as a schema that cannot be compiled; with any, the mock responds with 501.
    /// </summary>
    public required IReadOnlyList<Diagnostic> Faults { get; init; }

    public required RuleSource Source { get; init; }

    public required DocumentNode Node { get; init; }

    /// <summary>Operations are compared by reference, not by content.</summary>
    public bool Equals(Operation? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => Id;
}
