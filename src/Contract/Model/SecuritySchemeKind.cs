namespace SocialContract.Contract.Model;

/// <summary>OpenAPI's <c>type</c> of a security scheme, with <c>http</c> split by its scheme.</summary>
public enum SecuritySchemeKind
{
    ApiKey,
    HttpBasic,
    HttpBearer,

    /// <summary>Any other HTTP authentication scheme: its name must open the Authorization header.</summary>
    HttpOther,
    MutualTls,
    OAuth2,
    OpenIdConnect,
}
