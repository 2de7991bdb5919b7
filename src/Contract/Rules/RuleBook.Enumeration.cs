using System.Collections.Concurrent;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <content>The rules of operations.</content>
public sealed partial class RuleBook
{
    private readonly SchemaRules _schemas;
    private readonly ConcurrentDictionary<Operation, IReadOnlyList<RuleUse>> _requests = new();
    private readonly ConcurrentDictionary<Operation, IReadOnlyList<RuleUse>> _responses = new();

    /// <summary>Every rule that the operation's requests can break, once for each place of the message that it speaks of: security,
    /// parameters, then the body by media type.</summary>
    public IReadOnlyList<RuleUse> Requests(Operation operation) => _requests.GetOrAdd(operation, FindRequests);

    /// <summary>Every rule that the operation's answers can break: the status, then each response's headers and body.</summary>
    public IReadOnlyList<RuleUse> Responses(Operation operation) => _responses.GetOrAdd(operation, FindResponses);

    private List<RuleUse> FindRequests(Operation operation)
    {
        var uses = new List<RuleUse>();
        if (DemandsCredentials(operation))
        {
            var scheme = operation.Security[0].Schemes[0];
            Add(ForSecurity(operation), $"/{scheme.In.ToString().ToLowerInvariant()}/{JsonPointer.Escape(scheme.ParameterName)}", null);
        }

        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.IsIgnored))
        {
            var instance = $"/{parameter.In.ToString().ToLowerInvariant()}/{JsonPointer.Escape(parameter.Name)}";
            if (parameter.Required)
            {
                Add(ForParameter(parameter), instance, null);
            }

            AddSchema(parameter.Schema ?? parameter.Content?.Schema, instance, null);
        }

        if (operation.RequestBody is { } body)
        {
            if (body.Required)
            {
                Add(ForBody(body), "/body", null);
            }

            if (LimitsMediaTypes(body.Content))
            {
                Add(ForContentType(body), "/header/Content-Type", null);
            }

            foreach (var mediaType in body.Content)
            {
                AddSchema(mediaType.Schema, "/body", mediaType);
            }
        }

        return uses;

        void Add(Rule rule, string instance, MediaType? mediaType) =>
            uses.Add(new RuleUse(rule, operation, MessageDirection.Request, instance, null, mediaType));

        void AddSchema(SchemaReference? schema, string instance, MediaType? mediaType)
        {
            if (schema is not null)
            {
                _schemas.Walk(
                    schema.Node,
                    MessageDirection.Request,
                    instance,
                    (keyword, property, place) => Add(Of(keyword, property), place, mediaType));
            }
        }
    }

    private List<RuleUse> FindResponses(Operation operation)
    {
        var uses = new List<RuleUse>();
        if (LimitsStatuses(operation))
        {
            Add(ForStatus(operation), "/status", null, null);
        }

        foreach (var response in operation.Responses)
        {
            foreach (var header in response.Headers)
            {
                var instance = $"/header/{JsonPointer.Escape(header.Name)}";
                if (header.Required)
                {
                    Add(ForHeader(header), instance, response, null);
                }

                AddSchema(header.Schema ?? header.Content?.Schema, instance, response, null);
            }

            if (LimitsMediaTypes(response.Content))
            {
                Add(ForContentType(response), "/header/Content-Type", response, null);
            }

            foreach (var mediaType in response.Content)
            {
                AddSchema(mediaType.Schema, "/body", response, mediaType);
            }
        }

        return uses;

        void Add(Rule rule, string instance, Response? response, MediaType? mediaType) =>
            uses.Add(new RuleUse(rule, operation, MessageDirection.Response, instance, response, mediaType));

        void AddSchema(SchemaReference? schema, string instance, Response response, MediaType? mediaType)
        {
            if (schema is not null)
            {
                _schemas.Walk(
                    schema.Node,
                    MessageDirection.Response,
                    instance,
                    (keyword, property, place) => Add(Of(keyword, property), place, response, mediaType));
            }
        }
    }

    private static bool DemandsCredentials(Operation operation) =>
        operation.Security.Count > 0 && operation.Security.All(requirement => requirement.Schemes.Count > 0);

    private static bool LimitsMediaTypes(IReadOnlyList<MediaType> content) => content.Count > 0 && content.All(one => one.Name != "*/*");

    private static bool LimitsStatuses(Operation operation) => operation.Responses.Count > 0 && operation.Responses.All(
        response => response.Status != "default");

    private Rule Of(DocumentNode keyword, string? property) => Find(keyword.Location, property);
}
