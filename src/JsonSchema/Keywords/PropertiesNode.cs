using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>properties</c> (core 10.3.2.1). <see cref="MemberPass"/> gives the verdict.</summary>
internal sealed class PropertiesNode(KeywordSite site, IReadOnlyList<(string Name, SchemaNode Schema)> schemas) : KeywordNode(site)
{
    private readonly Lazy<Dictionary<string, SchemaNode>> _byName =
        new(() => schemas.ToDictionary(pair => pair.Name, pair => pair.Schema, StringComparer.Ordinal));

    public static Keyword Keyword { get; } = new("properties", SubschemaShape.Map, Create);

    public IReadOnlyList<(string Name, SchemaNode Schema)> Schemas => schemas;

    public override Kinds Applies => Kinds.Object;

    public override bool IsAsserted => false;

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var known = new JsonArray();
        foreach (var member in new Members(evaluator.Tape, index))
        {
            var name = Members.NameOf(ref evaluator, member.Name);
            if (_byName.Value.TryGetValue(name, out var schema))
            {
                var token = Explainer.MemberToken(name);
                explainer.Apply(Site, token, schema, ref evaluator, member.Value, token, name);
                known.Add(name);
            }
        }

        explainer.Annotate(Site, known);
    }

    private static PropertiesNode? Create(KeywordContext context)
    {
        var schemas = context.ApplyMap(inPlace: false);
        var names = new NameSet();
        if (schemas.All(pair => names.Add(pair.Name)))
        {
            return new(context.Site, schemas);
        }

        context.Fault("Expected each name once, found a name a second time. Remove one of the two schemas.");
        return null;
    }

    /// <summary>A set of names, few in most schemas.</summary>
    private sealed class NameSet
    {
        private const int Few = 16;

        private readonly List<string> _few = [];
        private HashSet<string>? _many;

        /// <summary>False where the set has the name already.</summary>
        public bool Add(string name)
        {
            if (_many is not null)
            {
                return _many.Add(name);
            }

            if (_few.Contains(name))
            {
                return false;
            }

            _few.Add(name);
            if (_few.Count == Few)
            {
                _many = new(_few, StringComparer.Ordinal);
            }

            return true;
        }
    }
}
