using System.Text;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// The verdict on <c>properties</c>, <c>patternProperties</c>, <c>additionalProperties</c> and <c>required</c> in one pass over an
/// object's members. Names are unique in an instance, so that it is enough to count the required ones.
/// </summary>
internal sealed class MemberPass : Assertion
{
    private readonly MemberTable? _table;
    private readonly int _required;
    private readonly PatternPropertiesNode? _patterns;
    private readonly SchemaNode? _additional;

    private MemberPass(IReadOnlyList<Member> members, PatternPropertiesNode? patterns, SchemaNode? additional)
    {
        _table = members.Count == 0 ? null : new(members);
        _required = members.Count(member => member.IsRequired);
        _patterns = patterns;
        _additional = additional;
    }

    public override Kinds Applies => Kinds.Object;

    public override int Cost => 30;

    /// <summary>The pass of a schema; null where the schema has none of the four keywords.</summary>
    public static MemberPass? TryCreate(IReadOnlyList<KeywordNode> keywords)
    {
        PropertiesNode? properties = null;
        PatternPropertiesNode? patterns = null;
        AdditionalPropertiesNode? additional = null;
        RequiredNode? required = null;
        foreach (var keyword in keywords)
        {
            properties = keyword as PropertiesNode ?? properties;
            patterns = keyword as PatternPropertiesNode ?? patterns;
            additional = keyword as AdditionalPropertiesNode ?? additional;
            required = keyword as RequiredNode ?? required;
        }

        return properties is null && patterns is null && additional is null && required is null
            ? null
            : new(Merge(properties?.Schemas ?? [], required?.Names ?? []), patterns, additional?.Schema);
    }

    public override bool IsValid(ref Evaluator evaluator, int index) => Run(ref evaluator, index, []);

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) => Run(ref evaluator, index, evaluated);

    private static List<Member> Merge(IReadOnlyList<(string Name, SchemaNode Schema)> schemas, IReadOnlyList<string> required)
    {
        var missing = required.ToHashSet(StringComparer.Ordinal);
        var members = new List<Member>(schemas.Count + required.Count);
        foreach (var (name, schema) in schemas)
        {
            members.Add(new(Encoding.UTF8.GetBytes(name), schema, missing.Remove(name)));
        }

        members.AddRange(missing.Select(name => new Member(Encoding.UTF8.GetBytes(name), null, isRequired: true)));
        return members;
    }

    private bool Run(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        ref readonly var instance = ref evaluator.Tape[index];
        var missing = _required;
        if (instance.SaturatedCount < missing || !evaluator.Charge(instance.SaturatedCount))
        {
            return false;
        }

        var number = 0;
        for (int name = index + 1, end = instance.End; name < end; name = evaluator.Tape[name + 1].End, number++)
        {
            var known = false;
            if (_table?.Find(evaluator.Text, evaluator.Tape[name]) is { } member)
            {
                missing -= member.IsRequired ? 1 : 0;
                if (member.Schema is { } schema)
                {
                    known = true;
                    if (!schema.IsValid(ref evaluator, name + 1))
                    {
                        return false;
                    }
                }
            }

            if (_patterns is not null && !_patterns.Matches(ref evaluator, name, ref known))
            {
                return false;
            }

            if (!known && _additional is not null)
            {
                known = true;
                if (!_additional.IsValid(ref evaluator, name + 1))
                {
                    return false;
                }
            }

            if (known && !evaluated.IsEmpty)
            {
                EvaluatedSet.Set(evaluated, number);
            }
        }

        return missing == 0;
    }
}
