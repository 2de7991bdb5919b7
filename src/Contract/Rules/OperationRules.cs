using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>
/// The places in an operation's messages where rules apply, in reading order: OpenAPI's own rules, and schemas.
/// </summary>
internal static class OperationRules
{
    public static IEnumerable<RuleSite> Of(Operation operation) => Requests(operation).Concat(Responses(operation));

    /// <summary>Security, parameters, then the body.</summary>
    public static IEnumerable<RuleSite> Requests(Operation operation)
    {
        const MessageDirection Request = MessageDirection.Request;
        if (RequiresCredentials(operation))
        {
            var scheme = operation.Security[0].Schemes[0];
            yield return new(Request, MessageSites.PlaceOf(scheme.In, scheme.ParameterName))
            {
                OpenApiRule = book => book.ForSecurity(operation),
            };
        }

        foreach (var site in MessageSites.Parameters(operation))
        {
            if (site.Parameter is { Required: true } parameter)
            {
                yield return new(Request, site.Place) { OpenApiRule = book => book.ForParameter(parameter) };
            }

            yield return RuleSite.Of(site);
        }

        if (operation.RequestBody is not { } body)
        {
            yield break;
        }

        if (body.Required)
        {
            yield return new(Request, MessagePointer.Body) { OpenApiRule = book => book.ForBody(body) };
        }

        if (LimitsMediaTypes(body.Content))
        {
            yield return new(Request, MessagePointer.ContentType) { OpenApiRule = book => book.ForContentType(body) };
        }

        foreach (var site in MessageSites.Bodies(operation))
        {
            yield return RuleSite.Of(site);
        }
    }

    /// <summary>The status, then each response's headers and body.</summary>
    public static IEnumerable<RuleSite> Responses(Operation operation)
    {
        const MessageDirection Direction = MessageDirection.Response;
        if (LimitsStatuses(operation))
        {
            yield return new(Direction, MessagePointer.Status) { OpenApiRule = book => book.ForStatus(operation) };
        }

        foreach (var response in operation.Responses)
        {
            foreach (var site in MessageSites.Headers(response))
            {
                if (site.Parameter is { Required: true } header)
                {
                    yield return new(Direction, site.Place) { OpenApiRule = book => book.ForHeader(header), Response = response };
                }

                yield return RuleSite.Of(site);
            }

            if (LimitsMediaTypes(response.Content))
            {
                yield return new(Direction, MessagePointer.ContentType)
                {
                    OpenApiRule = book => book.ForContentType(response), Response = response,
                };
            }

            foreach (var site in MessageSites.Bodies(response))
            {
                yield return RuleSite.Of(site);
            }
        }
    }

    private static bool RequiresCredentials(Operation operation) =>
        operation.Security.Count > 0 && operation.Security.All(requirement => requirement.Schemes.Count > 0);

    private static bool LimitsMediaTypes(IReadOnlyList<MediaType> content) =>
        content.Count > 0 && content.All(mediaType => mediaType.Name != "*/*");

    private static bool LimitsStatuses(Operation operation) =>
        operation.Responses.Count > 0 && operation.Responses.All(response => !response.Key.IsDefault);
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

    /// <summary>The place of a value that the document describes.</summary>
    public static RuleSite Of(in MessageSite site) =>
        new(site.Direction, site.Place) { Schema = site.Schema, Response = site.Response, MediaType = site.MediaType };
}
