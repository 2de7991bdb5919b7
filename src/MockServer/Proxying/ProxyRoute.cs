namespace SocialContract.MockServer.Proxying;

/// <summary>The server that requests are forwarded to now. Thread-safe.</summary>
/// <param name="ofOptions">The server of the options; null: no server, unless a recording names one.</param>
internal sealed class ProxyRoute(ForwardTarget? ofOptions)
{
    private volatile ForwardTarget? _ofRecording;

    /// <summary>Null: requests are not forwarded.</summary>
    public ForwardTarget? Target => _ofRecording ?? ofOptions;

    /// <summary>Requests go to this server until the recording ends; null ends it.</summary>
    public void Record(ForwardTarget? target) => _ofRecording = target;
}
