namespace SocialContract.Verification.Sending;

/// <summary>Finds out whether a server listens at a URL.</summary>
internal static class Reachability
{
    /// <summary>Sends a HEAD request, which changes nothing.</summary>
    /// <returns>Why there is no connection, in a clause; null if a server responds or is slow.</returns>
    public static async Task<string?> FaultOfAsync(Uri url, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.Timeout = timeout;
        using var request = new HttpRequestMessage(HttpMethod.Head, url);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return null;
        }
        catch (HttpRequestException fault)
        {
            return fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                ? Transport.Reason(fault)
                : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
