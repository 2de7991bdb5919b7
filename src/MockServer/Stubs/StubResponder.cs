using System.Text;
using System.Text.Json;
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
        var message = new ResponseMessage(response.Status, HeadersOf(response), BodyOf(response)) { Reason = response.StatusMessage };
        return new MockResponse(message, origin)
        {
            Delay = DelayOf(response),
            Dribble = response.Dribble is { Chunks: > 0 } slowly
                ? new Dribble(slowly.Chunks, TimeSpan.FromMilliseconds(slowly.Milliseconds))
                : null,
            Fault = response.Fault,
        };
    }

    /// <summary>JSON has its media type without a header that says so, as in WireMock.</summary>
    public static HeaderFields HeadersOf(ResponseDefinition response) => response.Body is StubBody.Json
        && !response.Headers.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            ? HeaderFields.Of([.. response.Headers, new("Content-Type", "application/json")])
            : HeaderFields.Of(response.Headers);

    /// <summary>The body that is in the stub itself; empty if it is in a file.</summary>
    public static byte[] FixedBodyOf(ResponseDefinition response) => response.Body switch
    {
        StubBody.Text text => Encoding.UTF8.GetBytes(text.Content),
        StubBody.Json json => JsonSerializer.SerializeToUtf8Bytes(json.Content, StubJson.Default.JsonElement),
        StubBody.Bytes bytes => bytes.Content.ToArray(),
        _ => [],
    };

    private byte[] BodyOf(ResponseDefinition response) =>
        response.Body is StubBody.File file ? files.ReadFile($"{BodyFolder}/{file.Name}") : FixedBodyOf(response);

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
