namespace SocialContract.Contract.Model;

/// <summary>OpenAPI 3.1, section 4.8.12.3: the styles, the styles allowed in each location, and the defaults.</summary>
internal static class ParameterStyles
{
    public static ParameterStyle? Parse(string? text) => text switch
    {
        "matrix" => ParameterStyle.Matrix,
        "label" => ParameterStyle.Label,
        "simple" => ParameterStyle.Simple,
        "form" => ParameterStyle.Form,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        _ => null,
    };

    /// <summary>The styles allowed in a location, its default first.</summary>
    public static IReadOnlyList<string> Of(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => ["simple", "label", "matrix"],
        ParameterLocation.Query => ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        ParameterLocation.Header => ["simple"],
        _ => ["form"],
    };

    public static ParameterLocation? ParseLocation(string? text) => text switch
    {
        "path" => ParameterLocation.Path,
        "query" => ParameterLocation.Query,
        "header" => ParameterLocation.Header,
        "cookie" => ParameterLocation.Cookie,
        _ => null,
    };
}
