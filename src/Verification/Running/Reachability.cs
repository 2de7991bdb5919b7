namespace SocialContract.Verification.Running;

/// <summary>Whether there is anything at a URL, whatever it answers.</summary>
public static class Reachability
{
    /// <summary>Asks for nothing (HEAD), which changes nothing.</summary>
    /// <returns>Why no connection comes about, in a clause; null where something answers, or takes its time to.</returns>
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
