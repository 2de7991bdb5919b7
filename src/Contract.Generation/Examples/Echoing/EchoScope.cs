using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>The values that runtime expressions of a template are evaluated against.</summary>
/// <param name="Context">The request.</param>
/// <param name="Item">The element of the echoed array; undefined unless <paramref name="HasItem"/>.</param>
/// <param name="Index">The index of that element; 0 without one.</param>
/// <param name="HasItem">Whether an element of an array is being written.</param>
internal readonly record struct EchoScope(ResponseContext Context, JsonCursor Item, int Index, bool HasItem)
{
    public EchoScope(ResponseContext context)
        : this(context, default, 0, HasItem: false)
    {
    }
}
