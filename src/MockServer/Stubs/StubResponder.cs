using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs;

/// <summary>Makes the response that a stub in Java WireMock's form describes.</summary>
/// <param name="random">Draws the delays; of a fixed seed, so that the same requests wait as long again.</param>
internal sealed class StubResponder(ConfinedFiles files, Random random)
{
    /// <summary>The folder of bodies below the folder of stubs, as WireMock calls it.</summary>
    private const string BodyFolder = "__files";

    private readonly Lock _lock = new();

    /// <exception cref="IOException">The file of the body cannot be read.</exception>
    public MockResponse Respond(StubMapping stub, ExchangeOrigin origin)
    {
        var response = stub.Response;
        var message = new ResponseMessage(response.Status, StubContent.HeadersOf(response), BodyOf(response))
        {
            Reason = response.StatusMessage,
        };
        return new MockResponse(message, origin)
        {
            Delay = DelayOf(response),
            Dribble = response.Dribble is { Chunks: > 0 } slowly
                ? new Dribble(slowly.Chunks, TimeSpan.FromMilliseconds(slowly.Milliseconds))
                : null,
            Fault = response.Fault,
        };
    }

    private byte[] BodyOf(ResponseDefinition response) =>
        response.Body is StubBody.File file ? files.ReadFile($"{BodyFolder}/{file.Name}") : StubContent.FixedBodyOf(response);

    private TimeSpan DelayOf(ResponseDefinition response)
    {
        if (response.FixedDelay is null && response.RandomDelay is null)
        {
            return TimeSpan.Zero;
        }

        lock (_lock)
        {
            return TimeSpan.FromMilliseconds((response.FixedDelay?.Sample(random) ?? 0) + (response.RandomDelay?.Sample(random) ?? 0));
        }
    }
}
