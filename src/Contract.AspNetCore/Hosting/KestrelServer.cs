using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialContract.Contract.AspNetCore.Refusals;

namespace SocialContract.Contract.AspNetCore.Hosting;

/// <summary>
/// The web server that the mock and the reference implementation run on: one address, HTTP/1.1, no settings from the environment.
/// </summary>
public static class KestrelServer
{
    /// <summary>The maximum number of bytes of a connection's request that Kestrel reads before the application asks for them.</summary>
    private const int MaxBufferedBytes = 64 * 1024;

    /// <param name="host">An IP address, <c>localhost</c>, or <c>*</c> for every address.</param>
    /// <param name="port">0 takes a free port.</param>
    /// <param name="clock">The clock for the times of refused requests.</param>
    /// <param name="refused">Receives each request that Kestrel refuses by itself, after the response to it was sent.</param>
    /// <exception cref="AddressUnavailableException">The host is not an address.</exception>
    public static WebApplicationBuilder CreateBuilder(string host, int port, TimeProvider clock, Action<RefusedRequest>? refused = null)
    {
        var address = AddressOf(host);
        var refusals = new RefusalListener(refused, clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The application limits the body (BufferedBody), so that it can respond with a 413 of its own.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestBufferSize = MaxBufferedBytes;
            kestrel.Listen(new IPEndPoint(address, port), listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                RefusalListener.Watch(listen);
            });
        });
        // Kestrel keeps these buffers for minutes: with its own megabyte, 80 slow uploads left 77 MB behind.
        builder.WebHost.UseSockets(sockets => sockets.MaxReadBufferSize = MaxBufferedBytes);
        // Kestrel's alone: the host has a listener of its own, and no request pays for this one.
        builder.Services.AddSingleton<DiagnosticSource>(refusals);
        // For requests in flight; a process must end within two seconds of a signal.
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(0.5));
        // The process handles signals: a test that starts a server keeps its own Ctrl-C.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        return builder;
    }

    /// <summary>Starts listening. A server that cannot start is disposed.</summary>
    /// <exception cref="AddressUnavailableException">The address is in use, not of this machine, or may not be used.</exception>
    public static async Task StartAsync(WebApplication web, string host, int port, CancellationToken cancellationToken)
    {
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            await web.DisposeAsync();
            throw new AddressUnavailableException(host, port, refused);
        }
        catch (OperationCanceledException)
        {
            await web.DisposeAsync();
            throw;
        }
    }

    private static IPAddress AddressOf(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : throw new AddressUnavailableException(host),
    };

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
