using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>additionalProperties</c> (core 10.3.2.3). <see cref="MemberPass"/> gives the verdict.</summary>
internal sealed class AdditionalPropertiesNode(
    KeywordSite site, SchemaNode schema, Lazy<HashSet<string>> properties, PatternPropertiesNode? patterns)
    : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("additionalProperties", SubschemaShape.Schema, Create);

    public SchemaNode Schema => schema;

    public override Kinds Applies => Kinds.Object;

    public override bool IsAsserted => false;

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var additional = new JsonArray();
        foreach (var member in new Members(evaluator.Tape, index))
        {
            var name = Members.NameOf(ref evaluator, member.Name);
            if (!properties.Value.Contains(name) && patterns?.IsKnown(ref evaluator, member.Name) != true)
            {
                explainer.Apply(Site, "", schema, ref evaluator, member.Value, Explainer.MemberToken(name), name);
                additional.Add(name);
            }
        }

        explainer.Annotate(Site, additional);
    }

    private static AdditionalPropertiesNode Create(KeywordContext context)
    {
        var names = context.TrySibling("properties", out var properties) && properties.Value.ValueKind == JsonValueKind.Object
            ? new Lazy<HashSet<string>>(
                () => properties.Value.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal))
            : new([]);
        var patterns = context.TrySibling("patternProperties", out var sibling)
            ? PatternPropertiesNode.Create(sibling)
            : null;
        return new(context.Site, context.Apply(context.Value, "", inPlace: false, allowBoolean: true), names, patterns);
    }
}
