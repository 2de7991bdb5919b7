using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>The Schema Objects of a document, each once, with the directions of the messages that they apply to.</summary>
internal sealed class SchemaPlaces
{
    private readonly Dictionary<(DocumentFile File, string Pointer), SchemaPlace> _places = [];
    private readonly DocumentSet _documents;

    private SchemaPlaces(DocumentSet documents) => _documents = documents;

    public IEnumerable<SchemaPlace> All => _places.Values;

    public static SchemaPlaces Of(ContractDescription api)
    {
        var places = new SchemaPlaces(api.Documents);
        foreach (var operation in api.Operations)
        {
            foreach (var (schema, direction) in OperationSchemas.Of(operation))
            {
                places.Walk(schema.Node, direction);
            }
        }

        foreach (var (_, schema) in api.Documents.Root.Member("components")?.Member("schemas")?.Members() ?? [])
        {
            places.Walk(schema, null);
        }

        return places;
    }

    /// <summary>Goes to every schema under one, through references; without recursion, for chains of references can be long.</summary>
    private void Walk(DocumentNode root, MessageDirection? direction)
    {
        var waiting = new Stack<DocumentNode>([root]);
        while (waiting.TryPop(out var node))
        {
            if (node.Value.ValueKind != JsonValueKind.Object || !Add(node, direction))
            {
                continue;
            }

            if (node.Text("$ref") is { } reference && _documents.TryResolve(node, reference, out var target))
            {
                waiting.Push(target);
            }

            foreach (var child in Children(node))
            {
                waiting.Push(child);
            }
        }
    }

    private bool Add(DocumentNode node, MessageDirection? direction)
    {
        var key = (node.File, node.Pointer);
        var isKnown = _places.TryGetValue(key, out var place);
        place ??= new SchemaPlace(node, false, false);
        var widened = direction switch
        {
            MessageDirection.Request => place with { InRequests = true },
            MessageDirection.Response => place with { InResponses = true },
            _ => place,
        };
        _places[key] = widened;
        return !isKnown || widened != place;
    }

    /// <summary>The schemas that stand in a schema.</summary>
    private static IEnumerable<DocumentNode> Children(DocumentNode schema)
    {
        foreach (var (name, value) in schema.Members())
        {
            if (SchemaKeywords.Maps.Contains(name))
            {
                foreach (var (_, child) in value.Members())
                {
                    yield return child;
                }
            }
            else if (SchemaKeywords.Lists.Contains(name))
            {
                foreach (var child in value.Elements())
                {
                    yield return child;
                }
            }
            else if (SchemaKeywords.Applicators.Contains(name)
                || name is "not" or "if" or "then" or "else" or "contains" or "propertyNames")
            {
                yield return value;
            }
        }
    }
}
