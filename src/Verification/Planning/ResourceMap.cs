using SocialApi.Contract.Model;
using SocialApi.Contract.Sources;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Planning;

/// <summary>Which operation creates what another one's path names: the POST on the path before the parameter, or what a link of the document says.</summary>
internal sealed class ResourceMap
{
    private readonly Dictionary<string, Capture> _byCreator = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Capture Capture, string Parameter)> _byConsumer = new(StringComparer.Ordinal);

    public ResourceMap(ContractDescription api)
    {
        foreach (var operation in api.Operations)
        {
            if (ParameterOf(operation) is not { } parameter)
            {
                continue;
            }

            var collection = operation.Path[..(operation.Path.IndexOf($"{{{parameter.Name}}}", StringComparison.Ordinal) - 1)];
            var creator = api.Operations.FirstOrDefault(other => other.Method == "POST" && other.Path.TrimEnd('/') == collection);
            if (creator is not null && PatternOf(api, creator, operation, parameter) is var (isFound, pattern) && isFound)
            {
                var deleter = api.Operations.FirstOrDefault(other => other.Method == "DELETE" && ParameterOf(other)?.Name is { } name && other.Path == $"{collection}/{{{name}}}");
                var capture = new Capture(creator, pattern, deleter, deleter is null ? parameter.Name : ParameterOf(deleter)!.Name);
                _byCreator.TryAdd(creator.Id, capture);
                _byConsumer[operation.Id] = (_byCreator[creator.Id], parameter.Name);
            }
        }
    }

    public IReadOnlyDictionary<string, Capture> ByCreator => _byCreator;

    /// <summary>What creates the thing that the operation's path names; null where nothing in the document does.</summary>
    public (Capture Capture, string Parameter)? Of(Operation operation) => _byConsumer.TryGetValue(operation.Id, out var found) ? found : null;

    /// <summary>The one path parameter of an operation that has one and only one, as a whole segment.</summary>
    private static Parameter? ParameterOf(Operation operation)
    {
        var parameters = operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path).ToList();
        return parameters is [var only] && operation.Path.Split('/').Contains($"{{{only.Name}}}") ? only : null;
    }

    private static (bool IsFound, string? Pattern) PatternOf(ContractDescription api, Operation creator, Operation consumer, Parameter parameter)
    {
        var success = creator.Responses.FirstOrDefault(response => response.Status.StartsWith('2')) ?? creator.Responses.FirstOrDefault(response => response.Status == "default");
        if (success is null)
        {
            return (false, null);
        }

        if (Linked(success, consumer, parameter) is { } linked)
        {
            return (true, linked);
        }

        var schema = success.Content.FirstOrDefault(media => MediaTypes.IsJson(media.Name))?.Schema;
        if (schema is not null)
        {
            var places = SchemaPlaces.OfSchema(schema.Node, api.Documents);
            var id = JsonPointer.Escape(parameter.Name);
            string[] names = [id, "id"];
            var found = names.Select(name => $"/{name}")
                .Concat(places.All.Where(place => place.EndsWith("/*", StringComparison.Ordinal) || places.Allows(place, "object") == true).SelectMany(place => names.Select(name => $"{place}/{name}")))
                .FirstOrDefault(place => places.At(place).Count > 0 && Compatible(places, place, api, parameter));
            if (found is not null)
            {
                return (true, found);
            }
        }

        return (success.Headers.Any(header => header.Name.Equals("Location", StringComparison.OrdinalIgnoreCase)), null);
    }

    /// <summary>What a link (OpenAPI 3.1, section 4.8.20) takes from the answer for the parameter.</summary>
    private static string? Linked(Response success, Operation consumer, Parameter parameter)
    {
        const string Body = "$response.body#";
        foreach (var link in success.Links.Values)
        {
            if (link.Text("operationId") == consumer.Id && link.Member("parameters") is { } parameters
                && (parameters.Text(parameter.Name) ?? parameters.Text($"path.{parameter.Name}")) is { } expression
                && expression.StartsWith(Body, StringComparison.Ordinal))
            {
                return expression[Body.Length..];
            }
        }

        return null;
    }

    /// <summary>An id of another type than the parameter's is another thing's.</summary>
    private static bool Compatible(SchemaPlaces places, string place, ContractDescription api, Parameter parameter)
    {
        if (parameter.Schema is not { } schema)
        {
            return true;
        }

        var asked = SchemaPlaces.OfSchema(schema.Node, api.Documents);
        return ((string[])["integer", "string", "number"]).Any(type => asked.Allows("", type) != false && places.Allows(place, type) != false);
    }
}
