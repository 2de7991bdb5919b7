using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Keywords;
using SocialContract.JsonSchema.Numbers;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>A compiled schema. It may refer to itself through others; once its compilation is finished it never changes.</summary>
internal sealed class SchemaNode(Place place)
{
    public const int UnknownHeight = -1;
    public const int OnPath = -2;

    private static readonly Check[][] NoChecks = [[], [], [], [], [], [], []];

    private Check[][] _checks = NoChecks;
    private Check[][] _others = NoChecks;
    private Kinds _types = Kinds.Any;
    private bool _plainIntegersOnly;

    public SchemaLocation Location => place.Location;

    /// <summary>The canonical URI of the schema (JSON Schema core 9.2.1), the fragment included.</summary>
    public string AbsoluteUri =>
        place.Resource.BaseUri + "#" + UriText.EscapeFragment(place.Pointer.AsSpan(place.Resource.Pointer.Length));

    /// <summary>Its keywords in the order of the document.</summary>
    public IReadOnlyList<KeywordNode> Keywords { get; private set; } = [];

    /// <summary>Whether this is the schema <c>false</c>.</summary>
    public bool IsFalse { get; private set; }

    public IReadOnlyList<SchemaEdge> Edges { get; private set; } = [];

    public IReadOnlyList<SchemaFault> Faults { get; private set; } = [];

    /// <summary>
    /// The longest chain of schemas from here that apply each other to one instance location; <see cref="UnknownHeight"/> before, and
    /// <see cref="OnPath"/> while it is found out.
    /// </summary>
    public int Height { get; set; } = UnknownHeight;

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
        var asked = new List<Check>();
        var asksOthers = false;
        foreach (var keyword in keywords)
        {
            if (keyword.IsAsked && !keyword.IsPartOfMemberPass)
            {
                asked.Add(keyword);
                asksOthers |= keyword.AsksOthers;
            }
        }

        if (MemberPass.TryCreate(keywords) is { } pass)
        {
            asked.Add(pass);
        }

        if (asked.Count > 0)
        {
            asked.Sort((left, right) => left.Cost - right.Cost);
            Distribute(asked, asksOthers);
        }
    }

    public void FinishFalse() => (IsFalse, _types) = (true, Kinds.None);

    /// <summary>The annotations that it makes of its members (core 7.7), those of unknown keywords included where its dialect says so.</summary>
    public IEnumerable<(string Keyword, JsonElement Value)> Annotations()
    {
        var dialect = place.Resource.Dialect;
        if (place.Element.ValueKind != JsonValueKind.Object || (dialect.RefReplacesSiblings && place.Element.TryGetProperty("$ref", out _)))
        {
            yield break;
        }

        foreach (var member in place.Element.EnumerateObject())
        {
            if (dialect.TryFind(member.Name, out var keyword) ? keyword!.IsAnnotation : dialect.AnnotatesUnknown)
            {
                yield return (member.Name, member.Value);
            }
        }
    }

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

    /// <summary>Puts the checks where the kind of an instance finds them.</summary>
    private void Distribute(List<Check> asked, bool asksOthers)
    {
        _checks = new Check[NoChecks.Length][];
        _others = asksOthers ? new Check[NoChecks.Length][] : NoChecks;
        for (var kind = 0; kind < _checks.Length; kind++)
        {
            var others = Applying(asked, kind, asksOthers: false);
            var asking = asksOthers ? Applying(asked, kind, asksOthers: true) : [];
            _checks[kind] = asking.Length > 0 ? asking : others;
            if (kind > 0 && _checks[kind].AsSpan().SequenceEqual(_checks[kind - 1]))
            {
                _checks[kind] = _checks[kind - 1];
            }

            if (asksOthers)
            {
                _others[kind] = others;
            }
        }
    }

    private static Check[] Applying(List<Check> asked, int kind, bool asksOthers)
    {
        var count = 0;
        foreach (var check in asked)
        {
            count += IsApplying(check, kind, asksOthers) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var applying = new Check[count];
        foreach (var check in asked)
        {
            if (IsApplying(check, kind, asksOthers))
            {
                applying[^count--] = check;
            }
        }

        return applying;
    }

    private static bool IsApplying(Check check, int kind, bool asksOthers) =>
        ((int)check.Applies >> kind & 1) != 0 && check.AsksOthers == asksOthers;

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
