using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading;

/// <summary>Reads <c>example</c> and <c>examples</c> of parameters, headers and media types (OpenAPI 3.1, section 4.8.19).</summary>
internal sealed class ExampleReader(ModelContext context)
{
    /// <summary>In document order. If the document has both, which the specification forbids, <c>examples</c> is used.</summary>
    public IReadOnlyList<Example> Read(DocumentNode owner)
    {
        if (owner.Member("examples") is { Value.ValueKind: JsonValueKind.Object } named)
        {
            return [.. Named(named)];
        }

        return owner.Member("example") is { } value
            ? [Single(value)]
            : [];
    }

    private Example Single(DocumentNode value) => new()
    {
        Name = "",
        Value = value,
        Echoes = [],
        ProviderStates = [],
        Source = context.Provenances.Of(value).Source,
        Node = value,
    };

    private IEnumerable<Example> Named(DocumentNode examples)
    {
        foreach (var (name, entry) in examples.Members())
        {
            if (context.Documents.Follow(entry) is { Value.ValueKind: JsonValueKind.Object } node)
            {
                yield return new Example
                {
                    Name = name,
                    Summary = entry.Text("summary") ?? node.Text("summary"),
                    Value = node.Member("value"),
                    ExternalValue = node.Text("externalValue"),
                    Echoes = EchoReader.Read(node, context),
                    ProviderStates = [.. node.Member("x-provider-states")?.Elements() ?? []],
                    Role = node.Text("x-role"),
                    Source = context.Provenances.Of(node).Source,
                    Node = node,
                };
            }
        }
    }
}
