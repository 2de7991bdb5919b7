using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SocialContract.Verification.Tests.Support;

/// <summary>Holds the body of a response back, so that the response can still be changed.</summary>
internal static class BufferedResponse
{
    /// <summary>A middleware that changes responses: status and headers in the context, the body by what is returned.</summary>
    public static Action<IApplicationBuilder> Changed(Func<HttpContext, byte[], byte[]> change) =>
        web => web.Use(async (HttpContext context, RequestDelegate next) =>
        {
            var body = await ReadAsync(context, next);
            await WriteAsync(context, change(context, body));
        });

    /// <summary>Lets the rest of the server respond, and takes the body it would have sent.</summary>
    public static async Task<byte[]> ReadAsync(HttpContext context, RequestDelegate next)
    {
        var wire = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context);
        context.Response.Body = wire;
        return buffer.ToArray();
    }

    /// <summary>Sends a body, its length with it.</summary>
    public static async Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentLength = body.Length;
        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body);
        }
    }
}
