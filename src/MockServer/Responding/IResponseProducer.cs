namespace SocialContract.MockServer.Responding;

/// <summary>One link of the chain that answers requests: the first that has a response gives it.</summary>
internal interface IResponseProducer
{
    /// <summary>Null where the request is for a later producer.</summary>
    ValueTask<MockResponse?> RespondAsync(MockRequest request);
}
