using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>
/// Compares each stub with the served document once, and logs what the document contradicts and body files that are missing; again when
/// the document was reloaded.
/// Thread-safe.
/// </summary>
/// <param name="contract">The document that is served now.</param>
internal sealed class StubReview(Func<ServedContract> contract, StubCatalog catalog, ConfinedFiles files, ILogger logger)
{
    private readonly ConditionalWeakTable<IMapping, Reviewed> _reviewed = [];
    private readonly Lock _lock = new();

    /// <summary>What the document contradicts of a stub, and the body file that it lacks.</summary>
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
            foreach (var finding in findings)
            {
                Log.StubContradicts(logger, StubNames.Of(stub), finding.Pointer, finding.Message);
            }

            var missing = posted is null ? [] : MissingFile.Of(posted, files);
            foreach (var finding in missing)
            {
                Log.StubLacksFile(logger, StubNames.Of(stub), finding.Pointer, finding.Message);
            }

            findings = [.. findings, .. missing];
            _reviewed.AddOrUpdate(stub, new Reviewed(served, findings));
            return findings;
        }
    }

    /// <summary>Every stub with its findings, in the order of their ids; those that the mock gives begin with the last stub.</summary>
    public IReadOnlyList<JudgedStub> All(IEnumerable<IMapping> stubs) =>
    [
        .. stubs.Where(stub => !stub.IsAdminInterface).OrderBy(stub => stub.Guid)
            .Select(stub => new JudgedStub(stub.Guid, stub.Title is { Length: > 0 } title ? title : null, Of(stub))),
    ];

    private sealed record Reviewed(ServedContract Contract, IReadOnlyList<StubFinding> Findings);
}

/// <summary>A stub and what the document contradicts of it.</summary>
/// <param name="Name">Null: it has none.</param>
internal sealed record JudgedStub(Guid Id, string? Name, IReadOnlyList<StubFinding> Findings);
