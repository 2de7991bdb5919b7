using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>patternProperties</c> (core 10.3.2.2). <see cref="MemberPass"/> gives the verdict.</summary>
internal sealed class PatternPropertiesNode(
    KeywordSite site, IReadOnlyList<(string Source, EcmaPattern Pattern, SchemaNode Schema)> patterns)
    : KeywordNode(site)
{
    private readonly (string Source, EcmaPattern Pattern, SchemaNode Schema)[] _patterns = [.. patterns];

    public static Keyword Keyword { get; } = new("patternProperties", SubschemaShape.Map, Create);

    public override Kinds Applies => Kinds.Object;

    public override bool IsAsserted => false;

    /// <summary>Whether a member satisfies the schemas whose pattern its name matches.</summary>
    /// <param name="known">Becomes true where the name matches a pattern.</param>
    public bool Matches(ref Evaluator evaluator, int name, ref bool known)
    {
        foreach (var (_, pattern, schema) in _patterns)
        {
            if (Strings.IsMatch(ref evaluator, name, pattern))
            {
                known = true;
                if (!schema.IsValid(ref evaluator, name + 1))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a member's name matches a pattern.</summary>
    public bool IsKnown(ref Evaluator evaluator, int name)
    {
        foreach (var (_, pattern, _) in _patterns)
        {
            if (Strings.IsMatch(ref evaluator, name, pattern))
            {
                return true;
            }
        }

        return false;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var known = new JsonArray();
        foreach (var member in new Members(evaluator.Tape, index))
        {
            var name = Members.NameOf(ref evaluator, member.Name);
            var matched = false;
            foreach (var (source, pattern, schema) in _patterns)
            {
                if (Strings.IsMatch(ref evaluator, member.Name, pattern))
                {
                    matched = true;
                    explainer.Apply(
                        Site, Explainer.MemberToken(source), schema, ref evaluator, member.Value, Explainer.MemberToken(name), name);
                }
            }

            if (matched)
            {
                known.Add(name);
            }
        }

        explainer.Annotate(Site, known);
    }

    public static PatternPropertiesNode Create(KeywordContext context)
    {
        var patterns = new List<(string, EcmaPattern, SchemaNode)>();
        foreach (var (source, schema) in context.ApplyMap(inPlace: false))
        {
            if (context.TryPattern(source, out var pattern))
            {
                patterns.Add((source, pattern, schema));
            }
        }

        return new(context.Site, patterns);
    }
}
