using SocialApi.JsonSchema;

namespace SocialApi.Contract.Schemas;

/// <summary>OpenAPI's own dialects of JSON Schema.</summary>
public static class OpenApiDialects
{
    /// <summary>OpenAPI 3.0, section 4.7.24.</summary>
    public static Dialect V30(MessageDirection direction) => V31(direction);

    /// <summary>OpenAPI 3.1, section 4.8.24.</summary>
    public static Dialect V31(MessageDirection direction) =>
        Enum.IsDefined(direction) ? Dialect.Draft202012 : throw new ArgumentOutOfRangeException(nameof(direction));
}
