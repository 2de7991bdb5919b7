namespace SocialContract.MockServer.Stubs;

/// <summary>A stub was refused because the document contradicts it: <see cref="MockOptions.StrictStubs"/>.</summary>
/// <param name="stub">Its title or id.</param>
/// <param name="findings">What the document contradicts, each with the place in the stub.</param>
public sealed class StubRefusedException(string stub, IReadOnlyList<string> findings)
    : Exception($"The stub {stub} does not agree with the document. {string.Join(' ', findings)}")
{
    /// <summary>What the document contradicts: an RFC 6901 pointer into the stub, then a sentence.</summary>
    public IReadOnlyList<string> Findings { get; } = findings;
}
