using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>What a piece of a template is written from.</summary>
/// <param name="Context">The request.</param>
/// <param name="Item">The element of the echoed array; without meaning outside of one.</param>
/// <param name="Index">The element's index; 0 outside.</param>
/// <param name="HasItem">Whether there is an element.</param>
internal readonly record struct EchoScope(ResponseContext Context, JsonCursor Item, int Index, bool HasItem)
{
    public EchoScope(ResponseContext context)
        : this(context, default, 0, HasItem: false)
    {
    }
}
