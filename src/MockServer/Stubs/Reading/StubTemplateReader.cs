using System.Text.Json;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Templates;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads the templates of a response, so that their faults are found when the stub arrives.</summary>
internal static class StubTemplateReader
{
    /// <param name="node">The response.</param>
    /// <param name="response">The same, without its templates.</param>
    public static StubTemplates Read(StubNode node, ResponseDefinition response)
    {
        var fillsFile = response.TransformerParameters is not { } parameters
            || !parameters.TryGetProperty(StubTemplates.FileOption, out var isOff) || isOff.ValueKind != JsonValueKind.True;
        return new StubTemplates(
            [.. Headers(node.Member("headers"))],
            response.Body switch
            {
                StubBody.Text text => Template(text.Content, node.Member("body") ?? node),
                StubBody.Json json => Template(json.Content.GetRawText(), node.Member("jsonBody") ?? node),
                _ => null,
            },
            response.Body is StubBody.File file ? Template(file.Name, node.Member("bodyFileName") ?? node) : null,
            fillsFile);
    }

    private static IEnumerable<KeyValuePair<string, Template>> Headers(StubNode? node)
    {
        foreach (var (name, given) in node?.Entries() ?? [])
        {
            foreach (var value in given.Kind == JsonValueKind.Array ? given.Elements() : [given])
            {
                if (value.Kind == JsonValueKind.String && Template(value.Value.GetString()!, value) is { } template)
                {
                    yield return new(name, template);
                }
            }
        }
    }

    private static Template? Template(string text, StubNode node)
    {
        var template = Templates.Template.Create(text, out var fault);
        if (template is null)
        {
            node.Fault($"not a template: {fault}");
        }

        return template;
    }
}
