using System.Text.Json;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Numbers;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>
/// A compiled schema. It may refer to itself through others; once its compilation is finished it never changes. The compilation derives
/// from it and adds the schema's place in a document.
/// </summary>
internal abstract class SchemaNode
{
    private static readonly Assertion[][] NoAssertions = [[], [], [], [], [], [], []];

    private Assertion[][] _assertions = NoAssertions;
    private Assertion[][] _others = NoAssertions;
    private Kinds _types = Kinds.Any;
    private bool _plainIntegersOnly;

    /// <summary>The schema's place in the registered document.</summary>
    public abstract SchemaLocation Location { get; }

    /// <summary>The canonical URI of the schema (JSON Schema core 9.2.1), the fragment included.</summary>
    public abstract string AbsoluteUri { get; }

    /// <summary>Its keywords in the order of the document.</summary>
    public IReadOnlyList<KeywordNode> Keywords { get; private set; } = [];

    /// <summary>Whether more than one keyword applies the schema.</summary>
    public bool IsShared { get; protected set; }

    /// <summary>Whether this is the schema <c>false</c>.</summary>
    public bool IsFalse { get; private set; }

    /// <summary>
    /// The members of the schema that are annotations (JSON Schema core 7.7), unknown keywords included where the dialect says so.
    /// </summary>
    public abstract IEnumerable<(string Keyword, JsonElement Value)> Annotations();

    /// <param name="keywords">In the order of the document.</param>
    /// <param name="asserted">The assertions that make the verdict.</param>
    /// <param name="types">What <c>type</c> allows.</param>
    /// <param name="plainIntegersOnly">Draft 4: a number with a fraction or an exponent is not an integer.</param>
    public void Finish(IReadOnlyList<KeywordNode> keywords, List<Assertion> asserted, Kinds types, bool plainIntegersOnly)
    {
        (Keywords, _types, _plainIntegersOnly) = (keywords, types, plainIntegersOnly);
        if (asserted.Count > 0)
        {
            asserted.Sort((left, right) => left.Cost - right.Cost);
            Distribute(asserted, asserted.Exists(assertion => assertion.EvaluatesOthers));
        }
    }

    public void FinishFalse() => (IsFalse, _types) = (true, Kinds.None);

    public bool IsValid(ref Evaluator evaluator, int index)
    {
        var kind = evaluator.Tape[index].Meta & TapeEntry.KindMask;
        if (((int)_types >> kind & 1) == 0 && !(kind == (int)ValueKind.Number && IsAllowedInteger(ref evaluator, index)))
        {
            return false;
        }

        var assertions = _assertions[kind];
        if (assertions.Length == 0)
        {
            return true;
        }

        if (evaluator.Memory is not null && IsShared)
        {
            return Remembered(ref evaluator, index, assertions);
        }

        return evaluator.Enter() && AllValid(ref evaluator, index, assertions);
    }

    public bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        if (!IsAllowedType(ref evaluator, index))
        {
            return false;
        }

        return evaluator.Memory is not null && IsShared
            ? TrackRemembered(ref evaluator, index, evaluated)
            : evaluator.Enter() && TrackChecks(ref evaluator, index, evaluated);
    }

    private bool TrackChecks(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        foreach (var assertion in _assertions[(int)evaluator.Tape[index].Kind])
        {
            if (!assertion.Track(ref evaluator, index, evaluated))
            {
                evaluator.Leave();
                return false;
            }
        }

        evaluator.Leave();
        return true;
    }

    /// <summary>Evaluates every assertion except the one that <see cref="Assertion.EvaluatesOthers"/>.</summary>
    public bool TrackOthers(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        foreach (var assertion in _others[(int)evaluator.Tape[index].Kind])
        {
            if (!assertion.Track(ref evaluator, index, evaluated))
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

    /// <summary>Whether the canonical URI is this schema's, or that of a schema it refers to.</summary>
    public bool IsOrRefersTo(string uri) =>
        AbsoluteUri == uri || Keywords.Any(keyword => keyword.RefersTo?.AbsoluteUri == uri);

    private static bool AllValid(ref Evaluator evaluator, int index, Assertion[] assertions)
    {
        foreach (var assertion in assertions)
        {
            if (!assertion.IsValid(ref evaluator, index))
            {
                evaluator.Leave();
                return false;
            }
        }

        evaluator.Leave();
        return true;
    }

    private bool Remembered(ref Evaluator evaluator, int index, Assertion[] assertions)
    {
        var memory = evaluator.Memory!;
        if (memory.TryGetVerdict(this, index, out var isValid))
        {
            return isValid;
        }

        isValid = evaluator.Enter() && AllValid(ref evaluator, index, assertions);
        if (evaluator.Undecided == UndecidedReason.None)
        {
            memory.Keep(this, index, isValid);
        }

        return isValid;
    }

    private bool TrackRemembered(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        var memory = evaluator.Memory!;
        if (!memory.TryGetEvaluated(this, index, out var kept))
        {
            var bits = new ulong[evaluated.Length];
            kept = evaluator.Enter() && TrackChecks(ref evaluator, index, bits) ? bits : null;
            if (evaluator.Undecided == UndecidedReason.None)
            {
                memory.KeepEvaluated(this, index, kept);
            }
        }

        for (var word = 0; word < (kept?.Length ?? 0); word++)
        {
            evaluated[word] |= kept![word];
        }

        return kept is not null;
    }

    /// <summary>Groups the assertions by the kind of instance that they apply to.</summary>
    private void Distribute(List<Assertion> asserted, bool evaluatesOthers)
    {
        _assertions = new Assertion[NoAssertions.Length][];
        _others = evaluatesOthers ? new Assertion[NoAssertions.Length][] : NoAssertions;
        for (var kind = 0; kind < _assertions.Length; kind++)
        {
            var others = Applying(asserted, kind, evaluatesOthers: false);
            var evaluating = evaluatesOthers ? Applying(asserted, kind, evaluatesOthers: true) : [];
            _assertions[kind] = evaluating.Length > 0 ? evaluating : others;
            if (kind > 0 && _assertions[kind].AsSpan().SequenceEqual(_assertions[kind - 1]))
            {
                _assertions[kind] = _assertions[kind - 1];
            }

            if (evaluatesOthers)
            {
                _others[kind] = others;
            }
        }
    }

    private static Assertion[] Applying(List<Assertion> asserted, int kind, bool evaluatesOthers)
    {
        var count = 0;
        foreach (var assertion in asserted)
        {
            count += IsApplying(assertion, kind, evaluatesOthers) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var applying = new Assertion[count];
        foreach (var assertion in asserted)
        {
            if (IsApplying(assertion, kind, evaluatesOthers))
            {
                applying[^count--] = assertion;
            }
        }

        return applying;
    }

    private static bool IsApplying(Assertion assertion, int kind, bool evaluatesOthers) =>
        ((int)assertion.Applies >> kind & 1) != 0 && assertion.EvaluatesOthers == evaluatesOthers;

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
