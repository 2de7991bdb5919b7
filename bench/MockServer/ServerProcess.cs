using System.ComponentModel;
using System.Diagnostics;
using System.Net;

namespace SocialContract.MockServer.Bench;

/// <summary>A server in a process of its own, so that its processor time is its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    /// <summary>Whether it is a process of this executable, which says what it has allocated.</summary>
    private readonly bool _isOurs;

    private ServerProcess(Process process, int port, bool isOurs) =>
        (_process, Address, _isOurs) = (process, new IPEndPoint(IPAddress.Loopback, port), isOurs);

    public IPEndPoint Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The process's memory that is in RAM. Bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>All that the server's process has allocated so far; 0 if it is not a process of this executable. Bytes.</summary>
    public long AllocatedBytes
    {
        get
        {
            if (!_isOurs)
            {
                return 0;
            }

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
        return new ServerProcess(process, port, isOurs: true);
    }

    /// <summary>Starts real WireMock with the stubs of a folder; null if there is no Java.</summary>
    public static ServerProcess? StartJava(string jar, string folder)
    {
        Process process;
        try
        {
            string[] arguments = ["-jar", jar, "--port", "0", "--bind-address", "127.0.0.1", "--root-dir", folder, "--disable-banner"];
            process = Process.Start(
                new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        }
        catch (Win32Exception)
        {
            return null;
        }

        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("port:", StringComparison.Ordinal))
            {
                var port = int.Parse(line["port:".Length..].Trim(), System.Globalization.CultureInfo.InvariantCulture);
                return new ServerProcess(process, port, isOurs: false);
            }
        }

        throw new InvalidOperationException("WireMock ended before it listened.");
    }

    public void Dispose()
    {
        if (_isOurs)
        {
            _process.StandardInput.Close();
        }
        else
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }
}
