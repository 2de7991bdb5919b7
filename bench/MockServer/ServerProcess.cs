using System.Diagnostics;
using System.Net;

namespace SocialContract.MockServer.Bench;

/// <summary>A server in a process of its own, so that its processor time is its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, IPEndPoint address) => (_process, Address) = (process, address);

    public IPEndPoint Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>All that the server's process has allocated so far. Bytes.</summary>
    public long AllocatedBytes
    {
        get
        {
            _process.StandardInput.WriteLine();
            return long.Parse(_process.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>
    /// Starts this executable again with <paramref name="arguments"/>; it prints its port as its first line, and what it has allocated for
    /// each line it reads.
    /// </summary>
    public static ServerProcess Start(params string[] arguments)
    {
        var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        var port = int.Parse(process.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
        return new ServerProcess(process, new IPEndPoint(IPAddress.Loopback, port));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
