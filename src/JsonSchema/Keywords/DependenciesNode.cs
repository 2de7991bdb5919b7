using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>dependencies</c> (draft 7 validation 6.5.7): <c>dependentSchemas</c> and <c>dependentRequired</c> in one keyword.</summary>
internal sealed class DependenciesNode(KeywordSite site, DependentSchemasNode schemas, DependentRequiredNode names) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("dependencies", SubschemaShape.MapOfSchemasOrNames, Create);

    public override Kinds Applies => Kinds.Object;

    public override int Cost => 50;

    public override bool IsValid(ref Evaluator evaluator, int index) =>
        names.IsValid(ref evaluator, index) && schemas.IsValid(ref evaluator, index);

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) =>
        names.IsValid(ref evaluator, index) && schemas.Track(ref evaluator, index, evaluated);

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        names.Explain(explainer, ref evaluator, index);
        schemas.Explain(explainer, ref evaluator, index);
    }

    private static KeywordNode? Create(KeywordContext context)
    {
        if (context.Value.ValueKind != JsonValueKind.Object)
        {
            return context.Unexpected("an object whose members are schemas or arrays of names");
        }

        var schemas = new List<(string, SchemaNode)>();
        var names = new List<(string, IReadOnlyList<string>)>();
        foreach (var member in context.Value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Array)
            {
                schemas.Add((member.Name, context.Apply(member.Value, "/" + Pointers.Escape(member.Name), inPlace: true)));
            }
            else if (DependentRequiredNode.Rule(context, member) is { } rule)
            {
                names.Add(rule);
            }
            else
            {
                return context.Unexpected("an object whose members are schemas or arrays of names");
            }
        }

        return new DependenciesNode(context.Site, new(context.Site, schemas), new(context.Site, names));
    }
}
