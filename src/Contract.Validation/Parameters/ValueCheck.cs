using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.Contract.Validation.Judging;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Validates the value of a parameter or response header.</summary>
internal sealed class ValueCheck
{
    /// <summary>The depth to which objects are searched for a secret, because the message about a malformed value would show it.</summary>
    private const int SecretLevels = 4;

    private readonly Parameter _parameter;
    private readonly CompiledSchema? _schema;
    private readonly ViolationKind _kind;
    private readonly SchemaJudge _judge;
    private readonly Rule? _rule;
    private readonly bool _isSecret;
    private readonly string _instance;

    /// <param name="isCredential">Whether a security scheme uses the same parameter, so that its value is a secret.</param>
    public ValueCheck(
        Parameter parameter, MessageDirection direction, RuleBook rules, ShapeReader shapes, SchemaJudge judge, bool isCredential = false)
    {
        var schema = parameter.Schema ?? parameter.Content?.Schema;
        _parameter = parameter;
        _schema = (schema?.Compiled(direction) as CompileResult.Compiled)?.Schema;
        _judge = judge;
        _kind = direction == MessageDirection.Request ? ViolationKind.Parameter : ViolationKind.Header;
        var rule = direction == MessageDirection.Request ? rules.ForParameter(parameter) : rules.ForHeader(parameter);
        _rule = rules.Enforced(rule);
        _instance = $"/{parameter.In.ToString().ToLowerInvariant()}/{JsonPointer.Escape(parameter.Name)}";
        Shape = schema is null ? ValueShape.Unknown : shapes.Read(schema.Node);
        Shape = isCredential || parameter.Node.IsSecret() ? new SecretShape(Shape) : Shape;
        _isSecret = rule.Secret || HoldsSecret(Shape, SecretLevels, []);
    }

    public ValueShape Shape { get; }

    /// <summary>Adds the violations of the value.</summary>
    /// <param name="json">The value, if one was read.</param>
    public void Judge(ReadResult read, ReadOnlyMemory<byte> json, ref List<Violation>? violations)
    {
        switch (read.Outcome)
        {
            case ReadOutcome.Read when _schema is not null:
                Judge(_schema, json, ref violations);
                break;
            case ReadOutcome.Absent when _parameter.Required:
                Add("a value", "nothing", ref violations);
                break;
            case ReadOutcome.Malformed:
                Add(read.Expected, _isSecret ? Redactor.Word : read.Found, ref violations);
                break;
        }
    }

    private void Judge(CompiledSchema schema, ReadOnlyMemory<byte> json, ref List<Violation>? violations)
    {
        if (!JsonInstance.TryParse(json, ParameterValueReader.Limits, out var instance, out var fault))
        {
            Add("a value within the limits", fault.Message, ref violations);
            return;
        }

        using (instance)
        {
            _judge.Judge(schema, Shape, instance.Root, _kind, _instance, ref violations);
        }
    }

    private static bool HoldsSecret(ValueShape shape, int levels, HashSet<ValueShape> seen) =>
        shape.IsSecret
        || (levels > 0 && seen.Add(shape)
            && (HoldsSecret(shape.Item(0), levels - 1, seen)
                || shape.PropertyNames.Any(name => HoldsSecret(shape.Property(name), levels - 1, seen))));

    private void Add(string expected, string found, ref List<Violation>? violations)
    {
        if (_rule is { } rule)
        {
            (violations ??= []).Add(new Violation(rule, _kind, _instance, expected, found));
        }
    }
}
