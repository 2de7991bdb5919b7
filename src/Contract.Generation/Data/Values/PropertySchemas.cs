using System.Collections.Immutable;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>The schemas that apply to a property's value (JSON Schema core, section 10.3.2).</summary>
internal static class PropertySchemas
{
    /// <summary>The work of matching a name, in the units of <see cref="GenerationLimits.MaxWork"/>.</summary>
    private const int WorkOfPattern = 10;

    /// <summary>So many parts in which the name is looked up are a unit of work.</summary>
    private const int PartsOfWork = 4;

    /// <summary>
    /// From each part the schemas in <c>properties</c> and <c>patternProperties</c> for the name, else its <c>additionalProperties</c>;
    /// <c>unevaluatedProperties</c> where no part has any of them.
    /// </summary>
    public static ImmutableArray<DocumentNode> Of(GenerationRun run, SchemaShape shape, string name)
    {
        var schemas = ImmutableArray.CreateBuilder<DocumentNode>();
        var described = false;
        run.Count(shape.Parts.Count / PartsOfWork);
        run.Count(WorkOfPattern * shape.All(KeywordNames.PatternProperties).Sum(patterns => patterns.Value.GetPropertyCount()));
        foreach (var schema in shape.Parts.SelectMany(part => run.Reader.DescribedMember(part, name)))
        {
            described = true;
            if (IsSchema(schema))
            {
                schemas.Add(schema);
            }
        }

        if (!described)
        {
            schemas.AddRange(shape.All(KeywordNames.UnevaluatedProperties).Where(IsSchema));
        }

        return schemas.ToImmutable();
    }

    private static bool IsSchema(DocumentNode node) => node.Value.ValueKind is JsonValueKind.Object or JsonValueKind.False;
}
