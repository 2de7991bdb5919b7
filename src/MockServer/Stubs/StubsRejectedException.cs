namespace SocialContract.MockServer.Stubs;

/// <summary>The stubs of <see cref="MockOptions.MappingsFolder"/> cannot be used.</summary>
/// <param name="faults">All faults: the file with a JSON pointer, then a sentence.</param>
public sealed class StubsRejectedException(IReadOnlyList<string> faults)
    : Exception($"The stubs cannot be used.\n{string.Join('\n', faults)}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
