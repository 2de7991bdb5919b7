namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>The faults of a posted text.</summary>
internal sealed class FaultList
{
    /// <summary>Faults that are reported; more would not help.</summary>
    public const int MaxFaults = 100;

    private readonly List<StubFault> _faults = [];

    public IReadOnlyList<StubFault> All => _faults;

    public void Add(string pointer, string message)
    {
        if (_faults.Count < MaxFaults)
        {
            _faults.Add(new(pointer, message));
        }
    }
}
