namespace SocialContract.MockServer.Stubs;

/// <summary>The server that a stub forwards to did not respond.</summary>
/// <param name="status">What the client gets.</param>
/// <param name="reason">A clause.</param>
internal sealed class ForwardFailedException(int status, string reason) : Exception(reason)
{
    public int Status => status;
}
