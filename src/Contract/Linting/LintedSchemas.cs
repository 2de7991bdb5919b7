using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>The Schema Objects of a document, each once, with the directions of the messages that use them.</summary>
internal sealed class LintedSchemas
{
    private readonly Dictionary<PlaceId, LintedSchema> _schemas = [];
    private readonly SchemaView _view;

    private LintedSchemas(SchemaView view) => _view = view;

    public IEnumerable<LintedSchema> All => _schemas.Values;

    public static LintedSchemas Of(ContractDescription api)
    {
        var schemas = new LintedSchemas(api.View);
        foreach (var operation in api.Operations)
        {
            foreach (var (schema, direction) in OperationSchemas.Of(operation))
            {
                schemas.Walk(schema.Node, direction);
            }
        }

        foreach (var (_, schema) in api.Documents.Root.Member("components")?.Member("schemas")?.Members() ?? [])
        {
            schemas.Walk(schema, null);
        }

        return schemas;
    }

    /// <summary>Adds a schema and every schema in it or behind it; without recursion, for chains of references can be long.</summary>
    private void Walk(DocumentNode root, MessageDirection? direction)
    {
        var waiting = new Stack<(DocumentNode Node, SchemaKeyword? In)>([(root, null)]);
        while (waiting.TryPop(out var next))
        {
            var node = next.Node;
            if (node.Value.ValueKind != JsonValueKind.Object || !Add(node, direction, next.In))
            {
                continue;
            }

            foreach (var target in _view.Targets(node))
            {
                waiting.Push((target, null));
            }

            foreach (var child in _view.All(node))
            {
                waiting.Push((child.Node, child.Keyword));
            }
        }
    }

    /// <param name="keyword">The keyword of the parent schema; null for the root of a walk and for the target of a reference.</param>
    private bool Add(DocumentNode node, MessageDirection? direction, SchemaKeyword? keyword)
    {
        var isKnown = _schemas.TryGetValue(node.Place, out var schema);
        schema ??= new LintedSchema(node, false, false);
        schema = schema with { In = schema.In ?? keyword };
        var widened = direction switch
        {
            MessageDirection.Request => schema with { InRequests = true },
            MessageDirection.Response => schema with { InResponses = true },
            _ => schema,
        };
        _schemas[node.Place] = widened;
        return !isKnown || (widened.InRequests, widened.InResponses) != (schema.InRequests, schema.InResponses);
    }
}

/// <summary>A Schema Object and the messages that use it.</summary>
internal sealed record LintedSchema(DocumentNode Node, bool InRequests, bool InResponses)
{
    /// <summary>The keyword of the parent schema that contains it; null if it is not part of a schema.</summary>
    public SchemaKeyword? In { get; init; }

    /// <summary>The directions that its values can be judged in; for a schema that no message uses, requests.</summary>
    public IEnumerable<MessageDirection> Directions
    {
        get
        {
            if (InRequests || !InResponses)
            {
                yield return MessageDirection.Request;
            }

            if (InResponses)
            {
                yield return MessageDirection.Response;
            }
        }
    }
}
