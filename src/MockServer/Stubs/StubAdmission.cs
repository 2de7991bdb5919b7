using SocialContract.MockServer.Stubs.Judging;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.NetModels;

namespace SocialContract.MockServer.Stubs;

/// <summary>Decides which stubs a mock accepts.</summary>
/// <param name="isStrict">Whether a stub that the document contradicts is refused.</param>
internal sealed class StubAdmission(StubServer stubs, bool isStrict)
{
    /// <summary>Why the first stub that is refused is refused; null if all are accepted.</summary>
    public StubRefusedException? RefusalOf(IReadOnlyList<StubMapping> posted) =>
        LimitOf(posted) is { } limit
            ? new StubRefusedException("as posted", [new("", limit)])
            : posted.Select(RefusalOf).FirstOrDefault(refusal => refusal is not null);

    /// <summary>The limit that stubs exceed, in a sentence; null if there is room for them.</summary>
    private string? LimitOf(IReadOnlyList<StubMapping> posted)
    {
        var catalog = stubs.Catalog;
        var replaced = posted.Select(stub => stub.Id is { } id ? catalog.Find(id) : null).OfType<StubMapping>().ToList();
        var count = catalog.Count + posted.Count - replaced.Count;
        if (count > stubs.MaxStubs && replaced.Count < posted.Count)
        {
            return $"The mock has {catalog.Count} stubs; at most {stubs.MaxStubs} are kept.";
        }

        var bytes = catalog.Bytes + posted.Sum(stub => (long)stub.Size) - replaced.Sum(stub => (long)stub.Size);
        return bytes > stubs.MaxBytes
            ? $"The stubs would take {bytes} bytes; at most {stubs.MaxBytes} are kept. Delete some, or put bodies into files."
            : null;
    }

    private StubRefusedException? RefusalOf(StubMapping stub)
    {
        var findings = Unsupported.In(stub, stubs.AllowsProxying);
        if (findings.Count == 0)
        {
            var fault = stub.Model is { } model ? ModelConversion.FaultOf(stubs.WireMock, model) : TemplateFaultOf(stub);
            findings = fault is null ? [] : [fault];
        }

        findings = findings.Count == 0 && isStrict ? [.. FindingsOf(stub), .. MissingFile.Of(stub, stubs.Files)] : findings;
        return findings.Count == 0
            ? null
            : new StubRefusedException(stub.Name ?? stub.Id?.ToString() ?? "as posted", findings);
    }

    private StubFinding? TemplateFaultOf(StubMapping stub) => stub.Response.IsTemplate ? stubs.Responder.FaultOf(stub) : null;

    /// <summary>What the document contradicts of a stub.</summary>
    private IReadOnlyList<StubFinding> FindingsOf(StubMapping stub) => stub.Model is { } model
        ? ModelPointers.In(StubJudge.Judge(ModelConversion.ClaimOf(stubs.WireMock, model, stubs.Files), stubs.Contract!()))
        : StubJudge.Judge(StubClaims.Of(stub), stubs.Contract!());
}
