using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Proxying.Recording;

/// <summary>
/// Records a server's responses in a folder, without secrets, while the mock runs. No request waits for it: of a load that is faster than
/// the disk, responses are left out, and the log says so.
/// </summary>
internal sealed class ResponseRecorder : IAsyncDisposable
{
    /// <summary>What may wait to be written. Bytes of bodies.</summary>
    private const long MaxWaiting = 64 * 1024 * 1024;

    /// <summary>A message without its body. Bytes.</summary>
    private const int OwnBytes = 2000;

    private readonly Channel<(Exchange Exchange, Redactor Redactor)> _waiting = Channel.CreateUnbounded<(Exchange, Redactor)>();
    private readonly RecordingFolder _folder;
    private readonly ILogger _logger;
    private readonly Task _writing;
    private long _bytes;
    private bool _isReported;

    private ResponseRecorder(RecordingFolder folder, ILogger logger)
    {
        (_folder, _logger) = (folder, logger);
        _writing = Task.Run(WriteAsync);
    }

    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static ResponseRecorder Start(string path, ILogger logger)
    {
        var folder = new RecordingFolder(Path.GetFullPath(path));
        folder.Create();
        return new ResponseRecorder(folder, logger);
    }

    /// <param name="exchange">A view of the server's buffers; its response's body has no codings.</param>
    public void Receive(in Exchange exchange, Redactor redactor)
    {
        if (Interlocked.Add(ref _bytes, SizeOf(exchange)) <= MaxWaiting)
        {
            _waiting.Writer.TryWrite((exchange.Detach(), redactor));
            return;
        }

        Interlocked.Add(ref _bytes, -SizeOf(exchange));
        Report("Responses are left out of the recording, because they arrive faster than they can be written");
    }

    /// <summary>Logs that a response is not recorded.</summary>
    /// <param name="reason">A clause.</param>
    public void LeaveOut(MockRequest request, string reason) =>
        Log.NotRecorded(_logger, $"not recorded: {request.Redactor.Method(request.Message.Method)} {request.ShownPath}: {reason}");

    /// <summary>Writes what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync()
    {
        await foreach (var (exchange, redactor) in _waiting.Reader.ReadAllAsync())
        {
            try
            {
                _folder.Add(RecordedStub.Of(exchange.Redacted(redactor), usesFiles: true));
            }
            catch (Exception fault)
            {
                Report($"Responses are left out of the recording: {redactor.KnowingCopies(exchange.Request).Text(fault.Message)}");
            }

            Interlocked.Add(ref _bytes, -SizeOf(exchange));
        }
    }

    private static int SizeOf(in Exchange exchange) => OwnBytes + exchange.Request.Body.Length + exchange.Response!.Body.Length;

    /// <summary>Once: the same reason holds for all that follow.</summary>
    private void Report(string reason)
    {
        if (!Interlocked.Exchange(ref _isReported, true))
        {
            Log.NotRecorded(_logger, reason);
        }
    }
}
