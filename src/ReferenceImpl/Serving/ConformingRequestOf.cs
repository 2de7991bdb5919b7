using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>A <see cref="ConformingRequest"/> with its body read.</summary>
internal sealed record ConformingRequest<TBody>(User Caller, TBody Body)
{
    public static ValueTask<ConformingRequest<TBody>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var (caller, json) = context.Features.GetRequiredFeature<ConformingRequest>();
        return new(new ConformingRequest<TBody>(caller, JsonSerializer.Deserialize<TBody>(json.Span, BodyFormat.Options)!));
    }
}
