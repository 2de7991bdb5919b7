using Microsoft.AspNetCore.Http;
using SocialContract.Contract.AspNetCore.CrossOrigins;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Messages;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>Lets pages of other origins call the API: responds to preflights, and allows the origin to read every response.</summary>
/// <param name="ownPath">The path that is not the API's.</param>
internal sealed class BrowserAccess(string ownPath)
{
    private readonly CrossOrigin _access = new([], path => path == ownPath);

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request.ToMessage();
        var origin = _access.Of(request);
        if (_access.Preflight(request) is { } allowed)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            Add(context.Response, _access.Allow(origin, HeaderFields.Of(allowed)));
            return Task.CompletedTask;
        }

        if (origin is not null)
        {
            // At the last moment: an error response begins with no headers.
            context.Response.OnStarting(() =>
            {
                Add(context.Response, _access.Allow(origin, HeaderFields.Empty));
                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    private static void Add(HttpResponse response, HeaderFields headers)
    {
        foreach (var (name, value) in headers)
        {
            response.Headers.Append(name, value);
        }
    }
}
