using SocialContract.Contract.Model;
using SocialContract.Contract.Validation.Bodies;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation;

/// <summary>How requests are validated.</summary>
public sealed record RequestValidationOptions
{
    public static RequestValidationOptions Default { get; } = new();

    /// <summary>
    /// Decides about a token (an API key, a bearer token, the base64 of basic credentials) that is well-formed; null: every such
    /// token is accepted.
    /// </summary>
    public Func<SecurityScheme, string, bool>? AcceptsToken { get; init; }

    /// <summary>
    /// What a body may cost: 64 levels and 10 MiB by default. Of a name given twice the last one counts, as in Rails; a body over the
    /// size is a syntax violation, for a server answers 413 before it comes here.
    /// </summary>
    public JsonLimits BodyLimits { get; init; } = new(AllowDuplicateNames: true);

    /// <summary>Fields of a form body; more are a syntax violation.</summary>
    public int MaxFormFields { get; init; } = 10_000;

    internal BodyBounds Bounds => new(BodyLimits, MaxFormFields);
}
