using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Tests.Proxying;

/// <summary>A real server that requests are forwarded to; it keeps each request.</summary>
internal sealed class TargetServer : IAsyncDisposable
{
    private readonly WebApplication _web;

    private TargetServer(WebApplication web) => (_web, Url) = (web, new Uri(web.Urls.First()));

    public Uri Url { get; }

    public List<RequestMessage> Requests { get; } = [];

    /// <summary>The last request.</summary>
    public RequestMessage Received => Requests[^1];

    public static async Task<TargetServer> StartAsync(Func<HttpContext, Task> respond)
    {
        var web = KestrelServer.CreateBuilder("127.0.0.1", 0, TimeProvider.System).Build();
        TargetServer? server = null;
        web.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            server!.Requests.Add(context.Request.ToMessage(body.ToArray()).Detach());
            await respond(context);
        });
        await KestrelServer.StartAsync(web, "127.0.0.1", 0, Http.Cancelled);
        return server = new TargetServer(web);
    }

    /// <summary>Responds to everything with that JSON.</summary>
    public static Task<TargetServer> StartAsync(string json, int status = 200) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    });

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }
}
