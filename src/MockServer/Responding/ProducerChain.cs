namespace SocialContract.MockServer.Responding;

/// <summary>Producers that are asked in turn, as one.</summary>
internal sealed class ProducerChain(params IReadOnlyList<IResponseProducer> producers) : IResponseProducer
{
    public async ValueTask<MockResponse?> RespondAsync(MockRequest request)
    {
        foreach (var producer in producers)
        {
            if (await producer.RespondAsync(request) is { } response)
            {
                return response;
            }
        }

        return null;
    }
}
