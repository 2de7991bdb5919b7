using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SocialContract.Verification.Tests.Support;

/// <summary>A server of a few lines on a free port.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _web;

    private Server(WebApplication web) => (_web, Url) = (web, new Uri(web.Urls.First()));

    public Uri Url { get; }

    public static async Task<Server> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").UseShutdownTimeout(TimeSpan.Zero);
        var web = builder.Build();
        web.Run(answer);
        await web.StartAsync();
        return new Server(web);
    }

    /// <summary>Answers with a status and JSON.</summary>
    public static async Task JsonAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }
}
