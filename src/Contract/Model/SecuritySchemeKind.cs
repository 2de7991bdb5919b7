namespace SocialContract.Contract.Model;

/// <summary>OpenAPI's <c>type</c> of a security scheme, with <c>http</c> split by its scheme.</summary>
public enum SecuritySchemeKind
{
    ApiKey,
    HttpBasic,
    HttpBearer,

    /// <summary>Any other HTTP authentication scheme: the Authorization header must begin with its name.</summary>
    HttpOther,
    MutualTls,
    OAuth2,
    OpenIdConnect,
}
