using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Proxying;

/// <summary>Forwards requests of the mock.</summary>
internal static class Forwarding
{
    /// <summary>Forwards the request. While it waits, its turn among the large bodies is another's.</summary>
    public static async Task<ForwardResult> ForwardAsync(this Forwarder forwarder, MockRequest request, ForwardTarget target)
    {
        var cancellationToken = request.Connection?.RequestAborted ?? CancellationToken.None;
        request.Turn?.Release();
        try
        {
            return await forwarder.SendAsync(request.Message, target, cancellationToken);
        }
        finally
        {
            if (request.Turn is { } turn)
            {
                await turn.WaitAsync(CancellationToken.None);
            }
        }
    }
}
