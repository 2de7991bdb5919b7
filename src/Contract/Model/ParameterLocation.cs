namespace SocialContract.Contract.Model;

/// <summary>OpenAPI's <c>in</c>.</summary>
public enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,
}
