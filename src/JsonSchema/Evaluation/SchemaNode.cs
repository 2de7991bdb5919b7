using SocialApi.JsonSchema.Compilation;
using SocialApi.JsonSchema.Instances;
using SocialApi.JsonSchema.Keywords;
using SocialApi.JsonSchema.Numbers;

namespace SocialApi.JsonSchema.Evaluation;

/// <summary>A compiled schema. It may refer to itself through others; once its compilation is finished it never changes.</summary>
internal sealed class SchemaNode(SchemaLocation location, SchemaResource resource)
{
    private static readonly Check[][] NoChecks = [[], [], [], [], [], [], []];

    private Check[][] _checks = NoChecks;
    private Check[][] _others = NoChecks;
    private Kinds _types = Kinds.Any;
    private bool _plainIntegersOnly;

    public SchemaLocation Location { get; } = location;

    /// <summary>The canonical URI of the schema (JSON Schema core 9.2.1), the fragment included.</summary>
    public string AbsoluteUri => resource.BaseUri + "#" + Location.Pointer[resource.Pointer.Length..];

    /// <summary>Its keywords in the order of the document.</summary>
    public IReadOnlyList<KeywordNode> Keywords { get; private set; } = [];

    /// <summary>Whether this is the schema <c>false</c>.</summary>
    public bool IsFalse { get; private set; }

    public IReadOnlyList<SchemaEdge> Edges { get; private set; } = [];

    public IReadOnlyList<SchemaFault> Faults { get; private set; } = [];

    /// <summary>Set once everything that can be reached from here is known to be without fault.</summary>
    public bool IsClean { get; set; }

    /// <param name="types">What <c>type</c> allows.</param>
    /// <param name="plainIntegersOnly">Draft 4: a number with a fraction or an exponent is no integer.</param>
    public void Finish(
        IReadOnlyList<KeywordNode> keywords,
        IReadOnlyList<SchemaEdge> edges,
        IReadOnlyList<SchemaFault> faults,
        Kinds types,
        bool plainIntegersOnly)
    {
        (Keywords, Edges, Faults, _types, _plainIntegersOnly) = (keywords, edges, faults, types, plainIntegersOnly);
        var asked = new List<Check>(keywords.Where(keyword => !keyword.IsPartOfMemberPass && keyword.IsAsked));
        if (MemberPass.TryCreate(keywords) is { } pass)
        {
            asked.Add(pass);
        }

        if (asked.Count == 0)
        {
            return;
        }

        var ordered = asked.OrderBy(check => check.Cost).ToArray();
        var kinds = Enum.GetValues<ValueKind>();
        _checks = [.. kinds.Select(kind => ordered.Where(check => ((int)check.Applies >> (int)kind & 1) != 0).ToArray())];
        if (asked.Any(check => check.AsksOthers))
        {
            _others = [.. _checks.Select(checks => checks.Where(check => !check.AsksOthers).ToArray())];
            _checks = [.. _checks.Select(checks => checks.Any(check => check.AsksOthers) ? checks.Where(check => check.AsksOthers).ToArray() : checks)];
        }
    }

    public void FinishFalse() => (IsFalse, _types) = (true, Kinds.None);

    /// <summary>Adds faults that show only when other schemas are known.</summary>
    public void Fault(SchemaFault fault) => Faults = [.. Faults, fault];

    public bool IsValid(ref Evaluator evaluator, int index)
    {
        var kind = evaluator.Tape[index].Meta & TapeEntry.KindMask;
        if (((int)_types >> kind & 1) == 0 && !(kind == (int)ValueKind.Number && IsAllowedInteger(ref evaluator, index)))
        {
            return false;
        }

        var checks = _checks[kind];
        if (checks.Length == 0)
        {
            return true;
        }

        if (!evaluator.Enter())
        {
            return false;
        }

        foreach (var check in checks)
        {
            if (!check.IsValid(ref evaluator, index))
            {
                evaluator.Leave();
                return false;
            }
        }

        evaluator.Leave();
        return true;
    }

    public bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        if (!IsAllowedType(ref evaluator, index) || !evaluator.Enter())
        {
            return false;
        }

        foreach (var check in _checks[(int)evaluator.Tape[index].Kind])
        {
            if (!check.Track(ref evaluator, index, evaluated))
            {
                evaluator.Leave();
                return false;
            }
        }

        evaluator.Leave();
        return true;
    }

    /// <summary>Asks all checks but the one that <see cref="Check.AsksOthers"/>.</summary>
    public bool TrackOthers(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        foreach (var check in _others[(int)evaluator.Tape[index].Kind])
        {
            if (!check.Track(ref evaluator, index, evaluated))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether <c>type</c> allows the value.</summary>
    public bool IsAllowedType(ref Evaluator evaluator, int index)
    {
        var kind = (int)evaluator.Tape[index].Kind;
        return ((int)_types >> kind & 1) != 0 || (kind == (int)ValueKind.Number && IsAllowedInteger(ref evaluator, index));
    }

    /// <summary>Whether this is the schema of that canonical URI, or has a <c>$ref</c> to it.</summary>
    public bool IsOrRefersTo(string uri) =>
        AbsoluteUri == uri || Keywords.OfType<RefNode>().Any(reference => reference.Target.AbsoluteUri == uri);

    private bool IsAllowedInteger(ref Evaluator evaluator, int index)
    {
        if ((_types & Kinds.Integer) == 0)
        {
            return false;
        }

        ref readonly var entry = ref evaluator.Tape[index];
        return entry.IsPlainInteger || (!_plainIntegersOnly && new NumberText(evaluator.Raw(index)).IsInteger);
    }
}
