using System.Text;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>dependentSchemas</c> (core 10.2.2.4), and the schemas of <c>dependencies</c> up to draft 7.</summary>
internal sealed class DependentSchemasNode(KeywordSite site, IEnumerable<(string Name, SchemaNode Schema)> dependents) : KeywordNode(site)
{
    private readonly Dependent[] _dependents =
        [.. dependents.Select(pair => new Dependent(pair.Name, pair.Schema))];

    public static Keyword Keyword { get; } =
        new("dependentSchemas", SubschemaShape.Map, context => new DependentSchemasNode(context.Site, context.ApplyMap(inPlace: true)));

    public override Kinds Applies => Kinds.Object;

    public override int Cost => 50;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        foreach (var dependent in _dependents)
        {
            if (dependent.IsMeant(ref evaluator, index) && !dependent.Schema.IsValid(ref evaluator, index))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        foreach (var dependent in _dependents)
        {
            if (dependent.IsMeant(ref evaluator, index) && !dependent.Schema.Track(ref evaluator, index, evaluated))
            {
                return false;
            }
        }

        return true;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        foreach (var dependent in _dependents)
        {
            if (dependent.IsMeant(ref evaluator, index))
            {
                explainer.Apply(Site, Explainer.MemberToken(dependent.Name), dependent.Schema, ref evaluator, index);
            }
        }
    }

    private sealed class Dependent(string name, SchemaNode schema)
    {
        private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(name);
        private readonly int _hash = NameHash.Of(Encoding.UTF8.GetBytes(name));

        public string Name => name;

        public SchemaNode Schema { get; } = schema;

        /// <summary>Whether the instance has the member that the schema depends on.</summary>
        public bool IsMeant(ref Evaluator evaluator, int index) =>
            evaluator.Charge(evaluator.Tape[index].SaturatedCount)
            && Tapes.FindMember(evaluator.Text, evaluator.Tape, index, _utf8, _hash) >= 0;
    }
}
