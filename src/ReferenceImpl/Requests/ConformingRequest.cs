using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Requests;

/// <summary>A request that obeys the document, as handlers ask for it. The contract gate puts it into the context's features.</summary>
/// <param name="Json">The body as JSON, also if it was sent as a form; empty if there is no body.</param>
internal sealed record ConformingRequest(User Caller, ReadOnlyMemory<byte> Json)
{
    public static ValueTask<ConformingRequest?> BindAsync(HttpContext context) =>
        new(context.Features.GetRequiredFeature<ConformingRequest>());
}

/// <summary>A <see cref="ConformingRequest"/> with its body read.</summary>
internal sealed record ConformingRequest<TBody>(User Caller, TBody Body)
{
    public static ValueTask<ConformingRequest<TBody>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var (caller, json) = context.Features.GetRequiredFeature<ConformingRequest>();
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new(new ConformingRequest<TBody>(caller, JsonSerializer.Deserialize<TBody>(json.Span, options)!));
    }
}
