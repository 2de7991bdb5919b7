using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>required</c> (validation 6.5.3). <see cref="MemberPass"/> gives the verdict.</summary>
internal sealed class RequiredNode(KeywordSite site, IReadOnlyList<string> names) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("required", SubschemaShape.None, Create);

    public IReadOnlyList<string> Names => names;

    public override Kinds Applies => Kinds.Object;

    public override bool IsAsserted => false;

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in new Members(evaluator.Tape, index))
        {
            present.Add(Members.NameOf(ref evaluator, member.Name));
        }

        foreach (var name in names)
        {
            if (!present.Contains(name))
            {
                explainer.Report(Site, ref evaluator, index, $"the member \"{name}\"", "an object without it", name);
            }
        }
    }

    private static RequiredNode? Create(KeywordContext context)
    {
        if (context.Value.ValueKind == JsonValueKind.False || context.Value.ValueKind == JsonValueKind.True)
        {
            context.Unexpected("an array of names beside 'properties'; a boolean in each property is draft 3 syntax");
            return null;
        }

        if (!KeywordContext.TryNames(context.Value, out var names))
        {
            context.Unexpected("an array of names");
            return null;
        }

        var exempts = context.Exemptions();
        return new(context.Site, [.. names.Where(name => !context.Skips(name) && !exempts(name))]);
    }
}
