using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace SocialContract.Cli.Tests.Processes;

/// <summary>The real executable with its outputs as a shell can set them up: closed, full, or a pipe that nothing reads.</summary>
internal sealed class ShellProcess : IDisposable
{
    private static int _lastPort = 20_000;

    private readonly Process _process;
    private readonly Task<string> _error;

    private ShellProcess(Process process) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    /// <param name="redirection">The shell's, e.g. <c>&gt;&amp;-</c>; without one, standard output is a pipe that nothing reads.</param>
    public static ShellProcess Start(string redirection, params string[] arguments)
    {
        var executable = Path.Combine(AppContext.BaseDirectory, "social-contract");
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec \"$0\" \"$@\" {redirection}", executable, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new ShellProcess(Process.Start(start)!);
    }

    /// <summary>A server on a free port, once it accepts connections: what it prints cannot be read.</summary>
    public static async Task<(ShellProcess Process, Uri Url)> ServeAsync(string redirection, params string[] arguments)
    {
        var port = FreePort();
        var process = Start(redirection, [.. arguments, "--port", $"{port}"]);
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return (process, new Uri($"http://127.0.0.1:{port}"));
            }
            catch (SocketException) when (TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>
    /// A port below those that the system hands out: a free one of these can be another test's before the server has it.
    /// </summary>
    private static int FreePort()
    {
        while (true)
        {
            try
            {
                var port = Interlocked.Increment(ref _lastPort);
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // In use: the next one.
            }
        }
    }

    /// <summary>Closes the reading end of standard output.</summary>
    public void CloseReader() => _process.StandardOutput.Close();

    /// <returns>What it prints, which until then filled the pipe.</returns>
    /// <summary>Reads the output up to the line with the text, and returns that line.</summary>
    public async Task<string> ReadToLineAsync(string text)
    {
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                .AsTask().WaitAsync(TimeSpan.FromSeconds(60));
            if (line is null || line.Contains(text, StringComparison.Ordinal))
            {
                return line ?? $"the output ended before a line with '{text}'";
            }
        }
    }

    public async Task<(int Exit, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30));
        return (_process.ExitCode, await _error);
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    public async Task<(int Exit, TimeSpan Elapsed, string Error)> SignalAsync(PosixSignal signal)
    {
        var sent = TimeProvider.System.GetTimestamp();
        _ = Kill(_process.Id, signal == PosixSignal.SIGINT ? 2 : 15);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30));
        return (_process.ExitCode, TimeProvider.System.GetElapsedTime(sent), await _error);
    }

    /// <summary>Sends requests on one connection without a pause, and counts the responses.</summary>
    public static async Task<int> FloodAsync(Uri url, int requests)
    {
        var request = Encoding.ASCII.GetBytes($"GET /{new string('x', 100)} HTTP/1.1\r\nHost: a\r\n\r\n");
        var last = "GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"u8.ToArray();
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var sending = Task.Run(
            async () =>
            {
                for (var sent = 1; sent < requests; sent++)
                {
                    await stream.WriteAsync(request, TestContext.Current.CancellationToken);
                }

                await stream.WriteAsync(last, TestContext.Current.CancellationToken);
            },
            TestContext.Current.CancellationToken);
        var responses = 0;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            // A body has no line end, so the next status line follows it on its line.
            responses += line.Contains("HTTP/1.1 404", StringComparison.Ordinal) ? 1 : 0;
        }

        await sending;
        return responses;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
