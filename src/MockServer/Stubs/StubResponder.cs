using System.Runtime.CompilerServices;
using System.Text;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Judging;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Requests;
using SocialContract.MockServer.Stubs.Templates;

namespace SocialContract.MockServer.Stubs;

/// <summary>Makes the response that a stub in Java WireMock's form describes.</summary>
/// <param name="seed">Of delays and of random values, so that the same requests in the same order get them again.</param>
internal sealed class StubResponder(ConfinedFiles files, ulong seed, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(unchecked((int)seed) + 1);
    private readonly FileTemplates _files = new(files);

    /// <summary>The messages that are the same each time.</summary>
    private readonly ConditionalWeakTable<ResponseDefinition, ResponseMessage> _fixed = [];

    /// <param name="request">What templates read.</param>
    /// <exception cref="IOException">The file of the body cannot be read.</exception>
    /// <exception cref="TemplateException">A template cannot be filled in within its bounds.</exception>
    public MockResponse Respond(StubMapping stub, ExchangeOrigin origin, StubRequest request)
    {
        var response = stub.Response;
        var message = response.IsFixed ? _fixed.GetValue(response, Fixed)
            : response.Template is { } template ? Filled(stub, template, request)
            : Fixed(response);
        return Delayed(stub, new MockResponse(message, origin)) with
        {
            Dribble = response.Dribble is { Chunks: > 0 } slowly
                ? new Dribble(slowly.Chunks, TimeSpan.FromMilliseconds(slowly.Milliseconds))
                : null,
            Fault = response.Fault,
        };
    }

    /// <summary>A response with the delay of its stub.</summary>
    public MockResponse Delayed(StubMapping stub, MockResponse response) => response with
    {
        Delay = DelayOf(stub.Response),
        HasOwnFixedDelay = stub.Response.FixedDelay is not null,
        HasOwnRandomDelay = stub.Response.RandomDelay is not null,
    };

    /// <summary>The fault of a body file that is a template; null if there is none.</summary>
    public StubFinding? FaultOf(StubMapping stub) =>
        stub.Response.Template is { FillsFile: true, FileName.FixedText: { } name } && _files.FaultOf(name) is { } fault
            ? new StubFinding("/response/bodyFileName", $"The file is not a template: {fault}.")
            : null;

    private ResponseMessage Fixed(ResponseDefinition response)
    {
        var body = response.Body is StubBody.File file ? _files.Bytes(file.Name) : StubContent.FixedBodyOf(response);
        return new(response.Status, StubContent.HeadersOf(response), body) { Reason = response.StatusMessage };
    }

    private ResponseMessage Filled(StubMapping stub, StubTemplates template, StubRequest request)
    {
        var response = stub.Response;
        var model = RequestModel.Of(request, stub.Request.PathVariables(request), response.TransformerParameters);
        var rendering = new TemplateRendering(model, clock.GetUtcNow(), new Lazy<Random>(NextRandom));
        var headers = StubContent.HeadersOf(response with { Headers = [.. template.HeadersOf(rendering)] });
        var body = template.Body is { } text ? Encoding.UTF8.GetBytes(text.Render(rendering))
            : template.FileName?.Render(rendering) is not { } name ? StubContent.FixedBodyOf(response)
            : template.FillsFile ? _files.Filled(name, rendering)
            : _files.Bytes(name);
        return new(response.Status, headers, body) { Reason = response.StatusMessage };
    }

    private Random NextRandom()
    {
        lock (_lock)
        {
            return new Random(_random.Next());
        }
    }

    private TimeSpan DelayOf(ResponseDefinition response)
    {
        if (response.FixedDelay is null && response.RandomDelay is null)
        {
            return TimeSpan.Zero;
        }

        lock (_lock)
        {
            return TimeSpan.FromMilliseconds((response.FixedDelay?.Sample(_random) ?? 0) + (response.RandomDelay?.Sample(_random) ?? 0));
        }
    }
}
