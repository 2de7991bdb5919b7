using SocialContract.MockServer.Stubs.Judging;

namespace SocialContract.MockServer.Stubs;

/// <summary>
/// A stub was refused: the mock cannot send a part of it, or the document contradicts it (<see cref="MockOptions.StrictStubs"/>).
/// </summary>
public sealed class StubRefusedException : Exception
{
    /// <param name="stub">Its title or id.</param>
    internal StubRefusedException(string stub, IReadOnlyList<StubFinding> faults)
        : base($"The stub {stub} is refused. {string.Join(' ', faults)}") => Faults = faults;

    /// <summary>What the document contradicts: an RFC 6901 pointer into the stub, then a sentence.</summary>
    public IReadOnlyList<string> Findings => [.. Faults.Select(fault => fault.ToString())];

    internal IReadOnlyList<StubFinding> Faults { get; }
}
