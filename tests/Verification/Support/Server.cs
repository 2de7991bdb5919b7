using System.Text.Json;
using System.Text.Json.Nodes;
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

    public static async Task<Server> StartAsync(RequestDelegate respond)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").UseShutdownTimeout(TimeSpan.Zero);
        var web = builder.Build();
        web.Run(respond);
        await web.StartAsync();
        return new Server(web);
    }

    /// <summary>Responds with a status and JSON.</summary>
    public static async Task JsonAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    /// <summary>Responds with a status alone.</summary>
    public static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>The body of a request; empty where there is none.</summary>
    public static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    /// <summary>False where the body is not JSON.</summary>
    public static bool TryParse(byte[] body, out JsonNode? node)
    {
        try
        {
            node = body.Length == 0 ? null : JsonNode.Parse(body);
            return body.Length > 0;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }
}
