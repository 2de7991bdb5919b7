using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>A request that obeys the document, as handlers ask for it. <see cref="ContractGate"/> puts it into the context.</summary>
/// <param name="Json">The body as JSON, whatever it was sent as; empty where there is none.</param>
internal sealed record ConformingRequest(User Caller, ReadOnlyMemory<byte> Json)
{
    public static ValueTask<ConformingRequest?> BindAsync(HttpContext context) => new(context.Features.GetRequiredFeature<ConformingRequest>());
}
