using System.Collections.Immutable;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Generation.Data.Texts;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>The schemas that apply to a property's value (JSON Schema core, section 10.3.2).</summary>
internal static class PropertySchemas
{
    /// <summary>The work of matching a name, in the units of <see cref="GenerationLimits.MaxWork"/>.</summary>
    private const int WorkOfPattern = 10;

    /// <summary>
    /// From each part the schemas in <c>properties</c> and <c>patternProperties</c> for the name, else its <c>additionalProperties</c>;
    /// <c>unevaluatedProperties</c> where no part has any of them.
    /// </summary>
    public static ImmutableArray<DocumentNode> Of(GenerationRun run, SchemaShape shape, string name)
    {
        var schemas = ImmutableArray.CreateBuilder<DocumentNode>();
        var described = false;
        foreach (var part in shape.Parts)
        {
            described |= AddFrom(run, part, name, schemas);
        }

        if (!described)
        {
            schemas.AddRange(shape.All(KeywordNames.UnevaluatedProperties).Where(IsSchema));
        }

        return schemas.ToImmutable();
    }

    private static bool AddFrom(GenerationRun run, DocumentNode part, string name, ImmutableArray<DocumentNode>.Builder schemas)
    {
        var described = false;
        if (run.Reader.Property(part, name) is { } property)
        {
            described = true;
            schemas.Add(property);
        }

        foreach (var (expression, schema) in run.Reader.Keyword(part, KeywordNames.PatternProperties)?.Members() ?? [])
        {
            run.Count(WorkOfPattern);
            if (run.Reader.Pattern(expression)?.SurelyMatches(name) == true)
            {
                described = true;
                schemas.Add(schema);
            }
        }

        if (described || run.Reader.Keyword(part, KeywordNames.AdditionalProperties) is not { } additional)
        {
            return described;
        }

        if (IsSchema(additional))
        {
            schemas.Add(additional);
        }

        return true;
    }

    private static bool IsSchema(DocumentNode node) => node.Value.ValueKind is JsonValueKind.Object or JsonValueKind.False;
}
