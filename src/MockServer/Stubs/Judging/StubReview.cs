using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>
/// Compares each stub with the served document once, and logs what the document contradicts; again when the document was reloaded.
/// Thread-safe.
/// </summary>
/// <param name="contract">The document that is served now.</param>
internal sealed class StubReview(Func<ServedContract> contract, StubCatalog catalog, ConfinedFiles files, ILogger logger)
{
    private readonly ConditionalWeakTable<IMapping, Reviewed> _reviewed = [];
    private readonly Lock _lock = new();

    /// <summary>What the document contradicts of a stub.</summary>
    public IReadOnlyList<StubFinding> Of(IMapping stub)
    {
        var served = contract();
        lock (_lock)
        {
            if (_reviewed.TryGetValue(stub, out var known) && known.Contract == served)
            {
                return known.Findings;
            }

            var posted = catalog.Find(stub.Guid);
            var claim = posted is { Model: null } ? StubClaims.Of(posted) : StubClaims.Of(stub, files);
            var findings = StubJudge.Judge(claim, served);
            findings = posted is { Model: not null } ? ModelPointers.In(findings) : findings;
            _reviewed.AddOrUpdate(stub, new Reviewed(served, findings));
            foreach (var finding in findings)
            {
                Log.StubContradicts(logger, StubNames.Of(stub), finding.Pointer, finding.Message);
            }

            return findings;
        }
    }

    private sealed record Reviewed(ServedContract Contract, IReadOnlyList<StubFinding> Findings);
}
