using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// The names of members, parameters and headers whose values a document calls secret: those of its security schemes, and what
/// <c>x-secret: true</c> marks, directly or through references.
/// </summary>
internal sealed class SecretNames
{
    private readonly DocumentSet _documents;
    private readonly HashSet<(DocumentFile File, string Pointer)> _marked = [];
    private readonly List<(DocumentNode From, (DocumentFile File, string Pointer) Target)> _references = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private SecretNames(DocumentSet documents) => _documents = documents;

    public static IReadOnlySet<string> Of(ContractDescription contract)
    {
        var names = new SecretNames(contract.Documents);
        names._names.UnionWith(contract.SecuritySchemes.Values
            .Where(scheme => scheme.Kind != SecuritySchemeKind.MutualTls)
            .Select(scheme => scheme.ParameterName));

        // Most documents mark nothing, and a large one takes long to walk.
        if (contract.Documents.Files.Any(file => file.Json.Span.IndexOf("\"x-secret\""u8) >= 0))
        {
            names.Collect();
        }

        return names._names;
    }

    private void Collect()
    {
        foreach (var file in _documents.Files)
        {
            Walk(new DocumentNode(file, "", file.Root));
        }

        // A schema that refers to a secret schema is secret too, and so is what refers to that.
        while (_references.RemoveAll(reference => _marked.Contains(reference.Target) && Mark(reference.From)) > 0)
        {
        }
    }

    private void Walk(DocumentNode node)
    {
        if (node.Value.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in node.Elements())
            {
                Walk(element);
            }
        }
        else if (node.Value.ValueKind == JsonValueKind.Object)
        {
            if (node.Flag("x-secret"))
            {
                Mark(node);
            }

            if (node.Text("$ref") is { } reference && _documents.TryResolve(node, reference, out var target))
            {
                _references.Add((node, (target.File, target.Pointer)));
            }

            foreach (var (_, member) in node.Members())
            {
                Walk(member);
            }
        }
    }

    /// <summary>Notes the place and what it is part of: an element makes its list secret, a branch of a schema the schema.</summary>
    private bool Mark(DocumentNode node)
    {
        var pointer = node.Pointer;
        while (true)
        {
            _marked.Add((node.File, pointer));
            Name(node.File, pointer);
            var tokens = pointer.Split('/');
            var parts = tokens switch
            {
                [.., "allOf" or "anyOf" or "oneOf" or "prefixItems", _] => 2,
                [.., "content", _, "schema"] => 3,
                [.., "items" or "schema" or "additionalProperties"] when tokens is not [.., "properties", _] => 1,
                _ => 0,
            };
            if (parts == 0)
            {
                return true;
            }

            pointer = string.Join('/', tokens[..^parts]);
        }
    }

    private void Name(DocumentFile file, string pointer)
    {
        if (pointer.Split('/') is [.., "properties" or "headers", var member])
        {
            _names.Add(JsonPointer.Unescape(member));
        }
        else if (file.TryFind(pointer, out var value) && new DocumentNode(file, pointer, value) is var node
            && node.Text("in") is not null && node.Text("name") is { } parameter)
        {
            _names.Add(parameter);
        }
    }
}
