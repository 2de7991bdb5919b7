using SocialContract.Contract.Model;
using SocialContract.Contract.Validation.Bodies;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation;

/// <summary>Options of request validation.</summary>
public sealed record RequestValidationOptions
{
    public static RequestValidationOptions Default { get; } = new();

    /// <summary>
    /// Decides whether a well-formed token (an API key, a bearer token, the base64 of basic credentials) is accepted; null: all are.
    /// </summary>
    public Func<SecurityScheme, string, bool>? AcceptsToken { get; init; }

    /// <summary>
    /// Limits of a body: by default 64 levels and 10 MiB. Of members with the same name the last one is used, as in Rails. A body that
    /// exceeds the limits is a syntax violation: servers respond with 413 before validation.
    /// </summary>
    public JsonLimits BodyLimits { get; init; } = new(AllowDuplicateNames: true);

    /// <summary>The greatest number of fields of a form body; more are a syntax violation.</summary>
    public int MaxFormFields { get; init; } = 10_000;

    internal BodyBounds Bounds => new(BodyLimits, MaxFormFields);
}
