using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>The request for which a response is written, independent of the server that received it.</summary>
public abstract class ResponseContext
{
    /// <summary>The method in upper case.</summary>
    public abstract string Method { get; }

    /// <summary>The absolute URL as the client sent it, for <c>$url</c>.</summary>
    public abstract string Url { get; }

    /// <summary>The raw path without the query. Generated data depends on it, on the seed and on the body.</summary>
    public abstract string Path { get; }

    /// <summary>The value of a described parameter as JSON; false where the request does not have the parameter.</summary>
    public abstract bool TryGetParameter(ParameterLocation location, string name, out ReadOnlyMemory<byte> json);

    /// <summary>A header's value as sent; null where it is absent.</summary>
    public abstract string? Header(string name);

    /// <summary>The body as JSON, forms decoded; false where it is absent or cannot be decoded.</summary>
    public abstract bool TryGetBody(out JsonCursor body);

    /// <summary>The seed of generated data.</summary>
    public virtual ulong Seed => 0;

    /// <summary>The violations of the request, for responses that list them.</summary>
    public virtual IReadOnlyList<Violation> Violations => [];
}
