using System.Text.Json;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Patterns;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>The result of reading posted JSON.</summary>
internal abstract record StubReadResult
{
    private StubReadResult()
    {
    }

    /// <summary>A stub.</summary>
    public sealed record Single(StubMapping Mapping) : StubReadResult;

    /// <summary><c>{"mappings": […]}</c>, of a file or an import.</summary>
    /// <param name="ImportOptions">As posted; null: none.</param>
    public sealed record Collection(IReadOnlyList<StubMapping> Mappings, JsonElement? ImportOptions) : StubReadResult;

    /// <summary>A request pattern, which requests are counted and found by.</summary>
    public sealed record Request(RequestPattern Pattern) : StubReadResult;

    /// <summary>What requests are counted and found by, in WireMock.Net's form.</summary>
    public sealed record RequestInModel(RequestModel Model) : StubReadResult;

    /// <summary>A value pattern, which stubs are found by in their metadata.</summary>
    public sealed record Value(ValuePattern Pattern) : StubReadResult;

    /// <summary>The settings that hold for every response.</summary>
    public sealed record Settings(GlobalSettings Global) : StubReadResult;

    /// <param name="Faults">All faults, up to <see cref="FaultList.MaxFaults"/>.</param>
    public sealed record Refused(IReadOnlyList<StubFault> Faults) : StubReadResult;
}
