using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Export.Schemas;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Export.Tests.Schemas;

/// <summary>A schema of a message, as exported, with values and the kit's own verdicts about them.</summary>
/// <param name="Name">The operation and the place.</param>
/// <param name="Json">The exported schema.</param>
internal sealed record ExportedSchema(string Name, string Json, IReadOnlyList<(string Value, bool IsValid)> Verdicts)
{
    /// <summary>Every schema of a document's messages.</summary>
    public static IReadOnlyList<ExportedSchema> Of(ContractDescription api)
    {
        var generator = new DataGenerator(api);
        var all = new List<ExportedSchema>();
        foreach (var operation in api.Operations.Where(operation => api.FaultsOf(operation).Count == 0))
        {
            foreach (var site in MessageSites.Of(operation))
            {
                if (site.Schema is { } schema)
                {
                    var json = new SchemaBundler(api.View, site.Direction).Bundle(schema.Node).ToJsonString();
                    all.Add(new($"{operation.Id} {site.Direction} {site.Place}", json, Judge(schema, site, generator)));
                }
            }
        }

        return all;
    }

    private static List<(string Value, bool IsValid)> Judge(SchemaReference schema, MessageSite site, DataGenerator generator)
    {
        var compiled = ((CompileResult.Compiled)schema.Compiled(site.Direction)).Schema;
        var examples = (site.MediaType?.Examples ?? site.Parameter?.Examples ?? [])
            .Select(example => example.Value).OfType<DocumentNode>()
            .Select(example => JsonNode.Parse(example.Value.GetRawText()));
        var generated = generator.Generate(schema, site.Direction, 7) is GenerationOutcome.Generated { Json: var text }
            ? new[] { JsonNode.Parse(text.Span) }
            : [];
        return [.. examples.Concat(generated).SelectMany(Variants.Of).Distinct()
            .Select(value => (value, IsValid(compiled, value)))];
    }

    private static bool IsValid(CompiledSchema schema, string value)
    {
        JsonInstance.TryParse(Encoding.UTF8.GetBytes(value), JsonLimits.Default, out var instance, out _).ShouldBeTrue();
        using (instance)
        {
            return schema.IsValid(instance!.Root);
        }
    }
}
