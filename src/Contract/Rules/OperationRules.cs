using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>
/// The places in an operation's messages where rules apply, in reading order: OpenAPI's own rules, and schemas.
/// </summary>
internal static class OperationRules
{
    public static IEnumerable<RuleSite> Of(Operation operation) => Requests(operation).Concat(Responses(operation));

    /// <summary>The parameters except those that OpenAPI ignores.</summary>
    public static IEnumerable<Parameter> ParametersOf(Operation operation) =>
        operation.Parameters.Where(parameter => !parameter.IsIgnored);

    /// <summary>Security, parameters, then the body.</summary>
    public static IEnumerable<RuleSite> Requests(Operation operation)
    {
        const MessageDirection Request = MessageDirection.Request;
        if (RequiresCredentials(operation))
        {
            var scheme = operation.Security[0].Schemes[0];
            var place = $"/{LocationName(scheme.In)}/{JsonPointer.Escape(scheme.ParameterName)}";
            yield return new(Request, place) { OpenApiRule = book => book.ForSecurity(operation) };
        }

        foreach (var parameter in ParametersOf(operation))
        {
            var instance = $"/{LocationName(parameter.In)}/{JsonPointer.Escape(parameter.Name)}";
            if (parameter.Required)
            {
                yield return new(Request, instance) { OpenApiRule = book => book.ForParameter(parameter) };
            }

            yield return new(Request, instance) { Schema = parameter.Schema ?? parameter.Content?.Schema };
        }

        if (operation.RequestBody is not { } body)
        {
            yield break;
        }

        if (body.Required)
        {
            yield return new(Request, "/body") { OpenApiRule = book => book.ForBody(body) };
        }

        if (LimitsMediaTypes(body.Content))
        {
            yield return new(Request, "/header/Content-Type") { OpenApiRule = book => book.ForContentType(body) };
        }

        foreach (var mediaType in body.Content)
        {
            yield return new(Request, "/body") { Schema = mediaType.Schema, MediaType = mediaType };
        }
    }

    /// <summary>The status, then each response's headers and body.</summary>
    public static IEnumerable<RuleSite> Responses(Operation operation)
    {
        const MessageDirection Direction = MessageDirection.Response;
        if (LimitsStatuses(operation))
        {
            yield return new(Direction, "/status") { OpenApiRule = book => book.ForStatus(operation) };
        }

        foreach (var response in operation.Responses)
        {
            foreach (var header in response.Headers)
            {
                var instance = $"/header/{JsonPointer.Escape(header.Name)}";
                if (header.Required)
                {
                    yield return new(Direction, instance) { OpenApiRule = book => book.ForHeader(header), Response = response };
                }

                yield return new(Direction, instance) { Schema = header.Schema ?? header.Content?.Schema, Response = response };
            }

            if (LimitsMediaTypes(response.Content))
            {
                yield return new(Direction, "/header/Content-Type")
                {
                    OpenApiRule = book => book.ForContentType(response), Response = response,
                };
            }

            foreach (var mediaType in response.Content)
            {
                yield return new(Direction, "/body") { Schema = mediaType.Schema, Response = response, MediaType = mediaType };
            }
        }
    }

    private static string LocationName(ParameterLocation location) => location.ToString().ToLowerInvariant();

    private static bool RequiresCredentials(Operation operation) =>
        operation.Security.Count > 0 && operation.Security.All(requirement => requirement.Schemes.Count > 0);

    private static bool LimitsMediaTypes(IReadOnlyList<MediaType> content) =>
        content.Count > 0 && content.All(mediaType => mediaType.Name != "*/*");

    private static bool LimitsStatuses(Operation operation) =>
        operation.Responses.Count > 0 && operation.Responses.All(response => response.Status != "default");
}

/// <summary>A place in an operation's messages where one of OpenAPI's own rules or the rules of a schema apply.</summary>
/// <param name="Instance">RFC 6901 pointer into the message.</param>
internal readonly record struct RuleSite(MessageDirection Direction, string Instance)
{
    /// <summary>OpenAPI's own rule there; null if the place has a schema.</summary>
    public Func<RuleBook, Rule>? OpenApiRule { get; init; }

    /// <summary>The schema of the value there; null if the document has none.</summary>
    public SchemaReference? Schema { get; init; }

    public Response? Response { get; init; }

    public MediaType? MediaType { get; init; }
}
