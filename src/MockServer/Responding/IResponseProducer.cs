namespace SocialContract.MockServer.Responding;

/// <summary>A member of the chain of producers, which are asked in turn; the first response is sent.</summary>
internal interface IResponseProducer
{
    /// <summary>The response; null to leave it to a later producer.</summary>
    ValueTask<MockResponse?> RespondAsync(MockRequest request);
}
