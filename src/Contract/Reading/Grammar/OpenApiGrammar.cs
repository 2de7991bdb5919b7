using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using static SocialContract.Contract.Reading.Grammar.Shape;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>A table for each object of OpenAPI 3.0.4 and 3.1.1 (section 4.8 of both), in the specification's order.</summary>
internal static class OpenApiGrammar
{
    private static readonly Shape Prose = OneOf();

    public static ObjectGrammar Root { get; } = new(
        "OpenAPI Object", "",
        new("openapi", Anything),
        new("info", Of(() => Info)) { Need = Need.Demanded, IsHarmless = true },
        new("jsonSchemaDialect", Prose) { IsSince31 = true },
        new("servers", ListOf(Of(() => Server))),
        new("paths", Of(() => Paths)),
        new("webhooks", MapOf(OrReference(() => PathItem))) { IsSince31 = true },
        new("components", Of(() => Components)),
        new("security", ListOf(Of(() => SecurityRequirement))) { IsUnit = true },
        new("tags", ListOf(Of(() => Tag))) { IsHarmless = true },
        new("externalDocs", Of(() => ExternalDocumentation)) { IsHarmless = true });

    public static ObjectGrammar Info { get; } = new(
        "Info Object", "",
        new("title", Prose) { Need = Need.Demanded, IsHarmless = true },
        new("summary", Prose) { IsHarmless = true, IsSince31 = true },
        new("description", Prose) { IsHarmless = true },
        new("termsOfService", Prose) { IsHarmless = true },
        new("contact", Of(() => Contact)) { IsHarmless = true },
        new("license", Of(() => License)) { IsHarmless = true },
        new("version", Prose) { Need = Need.Demanded, IsHarmless = true });

    public static ObjectGrammar Contact { get; } = new(
        "Contact Object", "",
        new("name", Prose) { IsHarmless = true },
        new("url", Prose) { IsHarmless = true },
        new("email", Prose) { IsHarmless = true });

    public static ObjectGrammar License { get; } = new(
        "License Object", "",
        new("name", Prose) { Need = Need.Demanded, IsHarmless = true },
        new("identifier", Prose) { IsHarmless = true, IsSince31 = true },
        new("url", Prose) { IsHarmless = true });

    public static ObjectGrammar Server { get; } = new(
        "Server Object", "",
        new("url", Prose) { Need = Need.Demanded },
        new("description", Prose) { IsHarmless = true },
        new("variables", MapOf(Of(() => ServerVariable))))
    { Constraints = ServerConstraints.Run };

    public static ObjectGrammar ServerVariable { get; } = new(
        "Server Variable Object", "",
        new("enum", Words),
        new("default", Prose) { Need = Need.Demanded },
        new("description", Prose) { IsHarmless = true });

    public static ObjectGrammar Components { get; } = new(
        "Components Object", "",
        new("schemas", MapOf(Schema, KeyRule.Component)),
        new("responses", MapOf(OrReference(() => Response), KeyRule.Component)),
        new("parameters", MapOf(OrReference(() => Parameter), KeyRule.Component)),
        new("examples", MapOf(OrReference(() => Example), KeyRule.Component)),
        new("requestBodies", MapOf(OrReference(() => RequestBody), KeyRule.Component)),
        new("headers", MapOf(OrReference(() => Header), KeyRule.Component)),
        new("securitySchemes", MapOf(OrReference(() => SecurityScheme), KeyRule.Component)),
        new("links", MapOf(OrReference(() => Link), KeyRule.Component)),
        new("callbacks", MapOf(OrReference(() => Callback), KeyRule.Component)),
        new("pathItems", MapOf(OrReference(() => PathItem), KeyRule.Component)) { IsSince31 = true });

    public static ObjectGrammar Paths { get; } = new("Paths Object", "") { Patterned = new Map(Of(() => PathItem), KeyRule.Path) };

    public static ObjectGrammar PathItem { get; } = new(
        "Path Item Object", "pathItems",
        [
            new(Reference.Member, Anything),
            new("summary", Prose) { IsHarmless = true },
            new("description", Prose) { IsHarmless = true },
            .. OperationMethods.All.Select(method => new Field(method, Of(() => Operation))),
            new("servers", ListOf(Of(() => Server))),
            new("parameters", ListOf(OrReference(() => Parameter))),
        ])
    { IsUnit = true, Constraints = PathItemConstraints.Run };

    public static ObjectGrammar Operation { get; } = new(
        "Operation Object", "",
        new("tags", Words) { IsHarmless = true },
        new("summary", Prose) { IsHarmless = true },
        new("description", Prose) { IsHarmless = true },
        new("externalDocs", Of(() => ExternalDocumentation)) { IsHarmless = true },
        new("operationId", Prose) { IsHarmless = true },
        new("parameters", ListOf(OrReference(() => Parameter))),
        new("requestBody", OrReference(() => RequestBody)),
        new("responses", Of(() => Responses)) { Need = Need.DemandedIn30 },
        new("callbacks", MapOf(OrReference(() => Callback))) { IsHarmless = true },
        new("deprecated", Flag) { IsHarmless = true },
        new("security", ListOf(Of(() => SecurityRequirement))),
        new("servers", ListOf(Of(() => Server))))
    { IsUnit = true };

    public static ObjectGrammar ExternalDocumentation { get; } = new(
        "External Documentation Object", "",
        new("description", Prose) { IsHarmless = true },
        new("url", Prose) { Need = Need.Demanded, IsHarmless = true });

    public static ObjectGrammar Parameter { get; } = new(
        "Parameter Object", "parameters",
        [
            new("name", Prose) { Need = Need.Vital },
            new("in", OneOf("query", "header", "path", "cookie")) { Need = Need.Vital },
            .. Described,
        ])
    { Constraints = ParameterObjectConstraints.Run };

    public static ObjectGrammar Header { get; } = new("Header Object", "headers", Described)
    { Constraints = ParameterObjectConstraints.Run };

    public static ObjectGrammar RequestBody { get; } = new(
        "Request Body Object", "requestBodies",
        new("description", Prose) { IsHarmless = true },
        new("content", MapOf(Of(() => MediaType), KeyRule.MediaType)) { Need = Need.Demanded },
        new("required", Flag));

    public static ObjectGrammar MediaType { get; } = new(
        "Media Type Object", "",
        new("schema", Schema),
        new("example", Anything),
        new("examples", MapOf(OrReference(() => Example))) { IsHarmless = true },
        new("encoding", MapOf(Of(() => Encoding))))
    { Constraints = ExampleConstraints.Run };

    public static ObjectGrammar Encoding { get; } = new(
        "Encoding Object", "",
        new("contentType", Prose),
        new("headers", MapOf(OrReference(() => Header))),
        new("style", OneOf("form", "spaceDelimited", "pipeDelimited", "deepObject")),
        new("explode", Flag),
        new("allowReserved", Flag));

    public static ObjectGrammar Responses { get; } =
        new("Responses Object", "") { Patterned = new Map(OrReference(() => Response), KeyRule.Status) };

    public static ObjectGrammar Response { get; } = new(
        "Response Object", "responses",
        new("description", Prose) { Need = Need.Demanded, IsHarmless = true },
        new("headers", MapOf(OrReference(() => Header))),
        new("content", MapOf(Of(() => MediaType), KeyRule.MediaType)),
        new("links", MapOf(OrReference(() => Link))) { IsHarmless = true });

    public static ObjectGrammar Callback { get; } =
        new("Callback Object", "callbacks") { Patterned = new Map(OrReference(() => PathItem), KeyRule.Free) };

    public static ObjectGrammar Example { get; } = new(
        "Example Object", "examples",
        new("summary", Prose) { IsHarmless = true },
        new("description", Prose) { IsHarmless = true },
        new("value", Anything),
        new("externalValue", Prose))
    { Constraints = ExampleConstraints.Value };

    public static ObjectGrammar Link { get; } = new(
        "Link Object", "links",
        new("operationRef", Prose) { IsHarmless = true },
        new("operationId", Prose) { IsHarmless = true },
        new("parameters", MapOf(Anything)) { IsHarmless = true },
        new("requestBody", Anything),
        new("description", Prose) { IsHarmless = true },
        new("server", Of(() => Server)) { IsHarmless = true });

    public static ObjectGrammar Tag { get; } = new(
        "Tag Object", "",
        new("name", Prose) { Need = Need.Demanded, IsHarmless = true },
        new("description", Prose) { IsHarmless = true },
        new("externalDocs", Of(() => ExternalDocumentation)) { IsHarmless = true });

    public static ObjectGrammar SecurityScheme { get; } = new(
        "Security Scheme Object", "securitySchemes",
        new("type", OneOf("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect")) { Need = Need.Vital },
        new("description", Prose) { IsHarmless = true },
        new("name", Prose),
        new("in", OneOf("query", "header", "cookie")),
        new("scheme", Prose),
        new("bearerFormat", Prose) { IsHarmless = true },
        new("flows", Of(() => OAuthFlows)) { IsHarmless = true },
        new("openIdConnectUrl", Prose) { IsHarmless = true })
    { Constraints = SecuritySchemeConstraints.Run };

    public static ObjectGrammar OAuthFlows { get; } = new(
        "OAuth Flows Object", "",
        new("implicit", Of(() => OAuthFlow)) { IsHarmless = true },
        new("password", Of(() => OAuthFlow)) { IsHarmless = true },
        new("clientCredentials", Of(() => OAuthFlow)) { IsHarmless = true },
        new("authorizationCode", Of(() => OAuthFlow)) { IsHarmless = true });

    public static ObjectGrammar OAuthFlow { get; } = new(
        "OAuth Flow Object", "",
        new("authorizationUrl", Prose) { IsHarmless = true },
        new("tokenUrl", Prose) { IsHarmless = true },
        new("refreshUrl", Prose) { IsHarmless = true },
        new("scopes", MapOf(Prose)) { Need = Need.Demanded, IsHarmless = true });

    public static ObjectGrammar SecurityRequirement { get; } =
        new("Security Requirement Object", "") { Patterned = new Map(Words, KeyRule.SecurityScheme) };

    /// <summary>The fields that parameters and headers share (sections 4.8.12 and 4.8.21).</summary>
    private static Field[] Described =>
    [
        new("description", Prose) { IsHarmless = true },
        new("required", Flag),
        new("deprecated", Flag) { IsHarmless = true },
        new("allowEmptyValue", Flag),
        new("style", OneOf("matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject")),
        new("explode", Flag),
        new("allowReserved", Flag),
        new("schema", Schema),
        new("example", Anything),
        new("examples", MapOf(OrReference(() => Example))) { IsHarmless = true },
        new("content", MapOf(Of(() => MediaType), KeyRule.MediaType)),
    ];
}
