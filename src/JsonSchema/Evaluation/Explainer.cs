using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>Collects the violations of an instance, and its annotations if wanted, on a walk through schema and instance.</summary>
/// <param name="instance">The instance that is evaluated.</param>
/// <param name="limit">How many violations are kept; further ones are only counted.</param>
/// <param name="wantsAnnotations">Whether annotations are collected, which means that every branch has to be explained.</param>
internal sealed class Explainer(JsonInstance instance, int limit, bool wantsAnnotations)
{
    private readonly StringBuilder _instancePath = new();
    private readonly StringBuilder _evaluationPath = new();
    private readonly List<Annotation> _annotations = [];
    private readonly Dictionary<SchemaViolation, string> _absoluteUris = new(ReferenceEqualityComparer.Instance);
    private List<(int Index, SchemaViolation Violation)> _violations = [];

    public bool WantsAnnotations { get; } = wantsAnnotations;

    /// <summary>The number of violations found so far in this branch, including those that were not kept.</summary>
    public int Total { get; private set; }

    /// <summary>The violations kept, in the order of the instance's text.</summary>
    public IEnumerable<SchemaViolation> Violations => _violations.OrderBy(found => found.Index).Select(found => found.Violation);

    public IReadOnlyList<Annotation> Annotations => _annotations;

    /// <summary>Pointer of the current instance location.</summary>
    public string InstancePath => _instancePath.ToString();

    /// <summary>Pointer of the keywords passed on the way to the current schema.</summary>
    public string EvaluationPath => _evaluationPath.ToString();

    public void Report(
        KeywordSite site,
        ref Evaluator evaluator,
        int index,
        string expected,
        string? found = null,
        string? property = null,
        IReadOnlyList<SchemaViolation>? causes = null)
    {
        if (evaluator.Undecided != UndecidedReason.None)
        {
            return;
        }

        var violation = new SchemaViolation(
            InstancePath,
            EvaluationPath + site.Token,
            site.Location,
            site.Keyword,
            property,
            expected,
            found ?? Describe.Value(ref evaluator, index),
            causes ?? []);
        Add(index, violation, site);
    }

    /// <summary>Reports that the schema <c>false</c> was applied.</summary>
    /// <param name="by">The keyword that applied it; null for the schema evaluated as a whole.</param>
    public void ReportFalse(SchemaNode schema, KeywordSite? by, ref Evaluator evaluator, int index, string? property)
    {
        if (evaluator.Undecided == UndecidedReason.None)
        {
            var found = property is null ? Describe.Value(ref evaluator, index) : $"the member \"{property}\"";
            var expected = property is null ? "nothing: no value is allowed here" : "no such member";
            var violation = new SchemaViolation(
                InstancePath, EvaluationPath, schema.Location, by?.Keyword ?? "", property, expected, found, []);
            Add(index, violation, schema);
        }
    }

    public void Annotate(KeywordSite site, JsonNode? value)
    {
        if (WantsAnnotations)
        {
            _annotations.Add(new(InstancePath, EvaluationPath + site.Token, site, value));
        }
    }

    /// <summary>Explains a subschema; true where the instance satisfies it.</summary>
    /// <param name="by">The keyword that applies it.</param>
    /// <param name="schemaToken">What follows the keyword on the way to the schema: <c>/name</c>, <c>/0</c> or nothing.</param>
    /// <param name="instanceToken">The step from the current instance location: <c>/name</c>, <c>/0</c> or nothing.</param>
    /// <param name="property">The member's name where the step leads into an object.</param>
    public bool Apply(
        KeywordSite by,
        string schemaToken,
        SchemaNode schema,
        ref Evaluator evaluator,
        int index,
        string instanceToken = "",
        string? property = null)
    {
        var (instancePath, evaluationPath) = (_instancePath.Length, _evaluationPath.Length);
        _instancePath.Append(instanceToken);
        _evaluationPath.Append(by.Token).Append(schemaToken);
        var valid = Explain(schema, by, ref evaluator, index, property);
        _instancePath.Length = instancePath;
        _evaluationPath.Length = evaluationPath;
        return valid;
    }

    /// <summary>Explains a schema at the current location.</summary>
    public bool Explain(SchemaNode schema, KeywordSite? by, ref Evaluator evaluator, int index, string? property)
    {
        if (schema.IsFalse)
        {
            ReportFalse(schema, by, ref evaluator, index, property);
            return false;
        }

        var memory = schema.IsShared && !WantsAnnotations ? evaluator.Memory : null;
        if (memory is not null && memory.TryGetViolations(schema, index, out var known))
        {
            foreach (var (place, violation) in known)
            {
                Add(place, violation, schema);
            }

            return known.Count == 0;
        }

        if (!evaluator.Enter())
        {
            return false;
        }

        var kept = _violations.Count;
        var (before, annotations) = (Total, _annotations.Count);
        var kind = (int)evaluator.Tape[index].Kind;
        foreach (var keyword in schema.Keywords)
        {
            if (((int)keyword.Applies >> kind & 1) != 0 && Total < limit)
            {
                keyword.Explain(this, ref evaluator, index);
            }
        }

        evaluator.Leave();
        var valid = Total == before && evaluator.Undecided == UndecidedReason.None;
        if (evaluator.Undecided == UndecidedReason.None && (valid || _violations.Count > kept))
        {
            memory?.KeepViolations(schema, index, _violations[kept..]);
        }

        if (!valid)
        {
            _annotations.RemoveRange(annotations, _annotations.Count - annotations);
        }
        else if (WantsAnnotations)
        {
            foreach (var (keyword, value) in schema.Annotations())
            {
                Annotate(new(schema, keyword), JsonNode.Parse(value.GetRawText()));
            }
        }

        return valid;
    }

    /// <summary>Explains a branch whose violations are returned instead of reported.</summary>
    public Branch Try(KeywordSite by, string schemaToken, SchemaNode schema, ref Evaluator evaluator, int index, string instanceToken = "")
    {
        var (violations, total, annotations) = (_violations, Total, _annotations.Count);
        _violations = [];
        Total = 0;
        var valid = Apply(by, schemaToken, schema, ref evaluator, index, instanceToken);
        var branch = new Branch(valid, [.. _violations.OrderBy(found => found.Index).Select(found => found.Violation)]);
        (_violations, Total) = (violations, total);
        if (!valid)
        {
            _annotations.RemoveRange(annotations, _annotations.Count - annotations);
        }

        return branch;
    }

    /// <summary>Explains a schema at a member's name, which has no annotations (core 10.3.2.4).</summary>
    public void ApplyToName(KeywordSite by, SchemaNode schema, ref Evaluator evaluator, int name)
    {
        var text = Members.NameOf(ref evaluator, name);
        var annotations = _annotations.Count;
        Apply(by, "", schema, ref evaluator, name, MemberToken(text), text);
        _annotations.RemoveRange(annotations, _annotations.Count - annotations);
    }

    public JsonCursor CursorAt(int index) => new(instance, index, instance.Version);

    /// <summary>The step to a member, as a part of a pointer.</summary>
    public static string MemberToken(string name) => "/" + Pointers.Escape(name);

    /// <summary>The step to an element, as a part of a pointer.</summary>
    public static string ElementToken(int number) => "/" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The canonical URI of the keyword that a violation of this explanation is about.</summary>
    public string AbsoluteUriOf(SchemaViolation violation) =>
        _absoluteUris.GetValueOrDefault(violation, violation.KeywordLocation.ToString());

    private void Add(int index, SchemaViolation violation, KeywordSite site)
    {
        if (Add(index, violation) && WantsAnnotations)
        {
            _absoluteUris[violation] = site.AbsoluteUri;
        }
    }

    private void Add(int index, SchemaViolation violation, SchemaNode schema)
    {
        if (Add(index, violation) && WantsAnnotations)
        {
            _absoluteUris[violation] = schema.AbsoluteUri;
        }
    }

    /// <summary>Counts a violation, and keeps it if there is room.</summary>
    private bool Add(int index, SchemaViolation violation)
    {
        Total++;
        if (_violations.Count >= limit)
        {
            return false;
        }

        _violations.Add((index, violation));
        return true;
    }
}

/// <summary>What a keyword says about an instance location that it accepts (JSON Schema core 7.7).</summary>
internal sealed record Annotation(string InstancePath, string EvaluationPath, KeywordSite Site, JsonNode? Value);

/// <summary>The result of trying one of several alternatives.</summary>
internal readonly record struct Branch(bool IsValid, IReadOnlyList<SchemaViolation> Violations);
