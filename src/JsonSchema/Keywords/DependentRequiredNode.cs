using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>dependentRequired</c> (validation 6.5.4), and the names of <c>dependencies</c> up to draft 7.</summary>
internal sealed class DependentRequiredNode(KeywordSite site, IReadOnlyList<(string Name, IReadOnlyList<string> Required)> rules)
    : KeywordNode(site)
{
    private readonly (Name Name, Name[] Required)[] _rules =
        [.. rules.Select(rule => (new Name(rule.Name), rule.Required.Select(name => new Name(name)).ToArray()))];

    public static Keyword Keyword { get; } = new("dependentRequired", SubschemaShape.None, Create);

    public override Kinds Applies => Kinds.Object;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        foreach (var (name, required) in _rules)
        {
            if (!name.IsIn(ref evaluator, index))
            {
                continue;
            }

            foreach (var other in required)
            {
                if (!other.IsIn(ref evaluator, index))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        foreach (var (name, required) in _rules)
        {
            foreach (var other in required)
            {
                if (name.IsIn(ref evaluator, index) && !other.IsIn(ref evaluator, index))
                {
                    var expected = $"the member \"{other.Text}\" beside \"{name.Text}\"";
                    explainer.Report(Site, ref evaluator, index, expected, "an object without it", other.Text);
                }
            }
        }
    }

    /// <summary>Reads one rule without the names that the settings leave out; null where the value is not an array of names.</summary>
    public static (string Name, IReadOnlyList<string> Required)? Rule(KeywordContext context, JsonProperty member) =>
        KeywordContext.TryNames(member.Value, out var names) ? (member.Name, names.Where(name => !context.Skips(name)).ToList()) : null;

    private static DependentRequiredNode? Create(KeywordContext context)
    {
        var rules = context.Value.ValueKind == JsonValueKind.Object
            ? context.Value.EnumerateObject().Select(member => Rule(context, member)).ToList()
            : [null];
        if (rules.Contains(null))
        {
            context.Unexpected("an object whose members are arrays of names");
            return null;
        }

        return new(context.Site, [.. rules.Select(rule => rule!.Value)]);
    }

    private sealed class Name(string text)
    {
        private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);
        private readonly int _hash = NameHash.Of(Encoding.UTF8.GetBytes(text));

        public string Text => text;

        public bool IsIn(ref Evaluator evaluator, int index) =>
            evaluator.Charge(evaluator.Tape[index].SaturatedCount)
            && Tapes.FindMember(evaluator.Text, evaluator.Tape, index, _utf8, _hash) >= 0;
    }
}
