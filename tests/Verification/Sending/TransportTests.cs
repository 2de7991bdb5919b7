using System.Net;
using Microsoft.Extensions.Time.Testing;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Sending;

/// <summary>Attempts, waits and time limits, on a fake clock and without a socket.</summary>
public sealed class TransportTests : IDisposable
{
    private static readonly ContractCase Case = Notes.Case(CaseExpectation.Accepted);

    private readonly FakeTimeProvider _time = new();
    private readonly Script _script = new();

    [Fact]
    public async Task A_429_that_says_how_long_to_wait_is_asked_again_then()
    {
        _script.Add(429, "3");
        _script.Add(201);

        var sending = SendAsync();

        _script.Sent.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(2.9));
        _script.Sent.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        (await sending).Code.ShouldBe(201);
        _script.Sent.ShouldBe(2);
    }

    [Fact]
    public async Task A_503_that_names_a_date_is_asked_again_then()
    {
        _script.Add(503, _time.GetUtcNow().AddSeconds(10).ToString("r"));
        _script.Add(201);

        var sending = SendAsync();
        _time.Advance(TimeSpan.FromSeconds(10));

        (await sending).Code.ShouldBe(201);
    }

    [Theory]
    [InlineData(429, null)]
    [InlineData(503, null)]
    [InlineData(500, "1")]
    [InlineData(429, "21")]
    public async Task Other_responses_are_final(int status, string? retryAfter)
    {
        _script.Add(status, retryAfter);

        (await SendAsync()).Code.ShouldBe(status);

        _script.Sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_always_asks_to_wait_is_asked_eight_times()
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            _script.Add(429, "0");
        }

        (await SendAsync()).Code.ShouldBe(429);

        _script.Sent.ShouldBe(8);
    }

    [Fact]
    public async Task A_response_that_does_not_come_in_time_is_a_fault()
    {
        _script.AddSilence();

        var sending = SendAsync();
        _time.Advance(TimeSpan.FromSeconds(10));

        var result = await sending;
        (result.Fault, result.FaultText, result.Milliseconds).ShouldBe((FaultKind.TimedOut, "no complete response within 10 s", 10_000));
    }

    [Fact]
    public async Task A_request_that_the_run_has_no_time_for_is_not_sent()
    {
        using var end = new CancellationTokenSource();
        await end.CancelAsync();

        (await SendAsync(end.Token)).Fault.ShouldBe(FaultKind.TimeOver);

        _script.Sent.ShouldBe(0);
    }

    public void Dispose() => _script.Dispose();

    private Task<SendResult> SendAsync(CancellationToken? cancellationToken = null)
    {
        var options = new RunOptions { Url = new Uri("http://notes.example"), TimeProvider = _time };
        var transport = new Transport(options, new Credentials(options), _script);
        return transport.SendAsync(Case, ResourceIds.None, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    /// <summary>A server that gives its responses in a fixed order.</summary>
    private sealed class Script : HttpMessageHandler
    {
        private readonly Queue<HttpResponseMessage?> _responses = [];

        public int Sent { get; private set; }

        public void Add(int status, string? retryAfter = null)
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
            if (retryAfter is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            }

            _responses.Enqueue(response);
        }

        public void AddSilence() => _responses.Enqueue(null);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent++;
            if (_responses.Dequeue() is { } response)
            {
                return response;
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("The delay never ends.");
        }
    }
}
