using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Model;

/// <summary>
/// The values in an operation's messages that the document describes: parameters, headers and bodies, without the parameters that OpenAPI
/// ignores. Rules, validators, requests, plans and lint all take them from here.
/// </summary>
internal static class MessageSites
{
    /// <summary>Those of requests, then those of each response.</summary>
    public static IEnumerable<MessageSite> Of(Operation operation) =>
        Parameters(operation).Concat(Bodies(operation))
            .Concat(operation.Responses.SelectMany(response => Headers(response).Concat(Bodies(response))));

    /// <summary>The parameters, except those that OpenAPI ignores.</summary>
    public static IEnumerable<MessageSite> Parameters(Operation operation) =>
        operation.Parameters.Where(parameter => !parameter.IsIgnored)
            .Select(parameter => Of(parameter, MessageDirection.Request, response: null));

    /// <summary>The request's body in each of its media types.</summary>
    public static IEnumerable<MessageSite> Bodies(Operation operation) =>
        operation.RequestBody is { } body ? Bodies(body.Content, MessageDirection.Request, response: null) : [];

    /// <summary>The response's headers; <c>Content-Type</c> is not among them.</summary>
    public static IEnumerable<MessageSite> Headers(Response response) =>
        response.Headers.Select(header => Of(header, MessageDirection.Response, response));

    /// <summary>The response's body in each of its media types.</summary>
    public static IEnumerable<MessageSite> Bodies(Response response) => Bodies(response.Content, MessageDirection.Response, response);

    /// <summary>The place of a value in its message: <c>/query/limit</c>.</summary>
    public static string PlaceOf(ParameterLocation location, string name) =>
        MessagePointer.Of(location, name);

    /// <summary>OpenAPI's word: <c>query</c>.</summary>
    public static string WordOf(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Query => "query",
        ParameterLocation.Header => "header",
        _ => "cookie",
    };

    /// <inheritdoc cref="PlaceOf(ParameterLocation, string)"/>
    public static string PlaceOf(Parameter parameter) => PlaceOf(parameter.In, parameter.Name);

    private static MessageSite Of(Parameter parameter, MessageDirection direction, Response? response) =>
        new(direction, PlaceOf(parameter), parameter.Schema ?? parameter.Content?.Schema) { Parameter = parameter, Response = response };

    private static IEnumerable<MessageSite> Bodies(IReadOnlyList<MediaType> content, MessageDirection direction, Response? response) =>
        content.Select(media => new MessageSite(direction, MessagePointer.Body, media.Schema) { MediaType = media, Response = response });
}

/// <summary>A value in a message that the document describes.</summary>
/// <param name="Place">RFC 6901 pointer into the message.</param>
/// <param name="Schema">Null if the document has none.</param>
internal readonly record struct MessageSite(MessageDirection Direction, string Place, SchemaReference? Schema)
{
    /// <summary>The parameter or header; null for a body.</summary>
    public Parameter? Parameter { get; init; }

    /// <summary>The media type of a body; null for a parameter or header.</summary>
    public MediaType? MediaType { get; init; }

    /// <summary>The response that has it; null in requests.</summary>
    public Response? Response { get; init; }
}
