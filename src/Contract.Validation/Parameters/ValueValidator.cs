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
internal sealed class ValueValidator
{
    private readonly Parameter _parameter;
    private readonly CompiledSchema? _schema;
    private readonly ViolationKind _kind;
    private readonly SchemaJudge _judge;
    private readonly Rule? _rule;
    private readonly bool _isSecret;
    private readonly string _instance;

    /// <param name="site">A parameter or header.</param>
    /// <param name="isCredential">Whether a security scheme uses the same parameter, so that its value is a secret.</param>
    public ValueValidator(MessageSite site, RuleBook rules, ShapeReader shapes, SchemaJudge judge, bool isCredential = false)
    {
        var isRequest = site.Direction == MessageDirection.Request;
        _parameter = site.Parameter!;
        _schema = (site.Schema?.Compiled(site.Direction) as CompileResult.Compiled)?.Schema;
        _judge = judge;
        _kind = isRequest ? ViolationKind.Parameter : ViolationKind.Header;
        var rule = isRequest ? rules.ForParameter(_parameter) : rules.ForHeader(_parameter);
        _rule = rules.Enforced(rule);
        _instance = site.Place;
        Shape = site.Schema is null ? ValueShape.Unknown : shapes.Read(site.Schema.Node);
        Shape = isCredential || _parameter.Node.IsSecret() ? new SecretShape(Shape) : Shape;

        // The message about a malformed value would show the secrets in it.
        _isSecret = rule.Secret || Shape.IsSecret || (site.Schema is { } schema && shapes.HoldsSecret(schema.Node));
    }

    public ValueShape Shape { get; }

    /// <summary>Decides how the value is read, and adds its violations.</summary>
    /// <param name="json">Ends with the value, if one was read.</param>
    /// <param name="start">The start of the value.</param>
    public void Judge(ReadResult read, ByteBuffer json, int start, ref List<Violation>? violations)
    {
        ReadingChoice.Settle(_schema, json, start, ParameterValueReader.Limits);
        switch (read.Outcome)
        {
            case ReadOutcome.Read when _schema is not null:
                Judge(_schema, json.Since(start), ref violations);
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

    private void Add(string expected, string found, ref List<Violation>? violations)
    {
        if (_rule is { } rule)
        {
            (violations ??= []).Add(new Violation(rule, _kind, _instance, expected, found));
        }
    }
}
