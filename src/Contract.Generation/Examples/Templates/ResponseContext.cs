using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>The request that an answer reflects, over whatever carries it.</summary>
public abstract class ResponseContext
{
    /// <summary>Upper case.</summary>
    public abstract string Method { get; }

    /// <summary>The absolute URL as the client sent it, for <c>$url</c>.</summary>
    public abstract string Url { get; }

    /// <summary>The raw path without the query: with the seed and the body it decides about generated data.</summary>
    public abstract string Path { get; }

    /// <summary>A documented parameter's value as JSON; false where the request does not have it.</summary>
    public abstract bool TryGetParameter(ParameterLocation location, string name, out ReadOnlyMemory<byte> json);

    /// <summary>A header's value as sent; null where it is absent.</summary>
    public abstract string? Header(string name);

    /// <summary>The body as JSON (forms decoded); false where there is none that can be read so.</summary>
    public abstract bool TryGetBody(out JsonCursor body);

    /// <summary>The seed of generated data.</summary>
    public virtual ulong Seed => 0;

    /// <summary>What the request did wrong, for answers that name it.</summary>
    public virtual IReadOnlyList<Violation> Violations => [];
}
