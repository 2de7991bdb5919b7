using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.Contract.Validation.Judging;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Reads and validates a parameter of a request.</summary>
internal sealed class ParameterCheck
{
    private readonly Parameter _parameter;
    private readonly ParameterValueReader _reader;
    private readonly ValueCheck _value;

    /// <param name="siblings">The names of the operation's parameters in the same location.</param>
    public ParameterCheck(
        Parameter parameter,
        Operation operation,
        IReadOnlySet<string> siblings,
        RuleBook rules,
        ShapeReader shapes,
        SchemaJudge judge)
    {
        _parameter = parameter;
        var isCredential = operation.Security.Any(requirement => requirement.Schemes.Any(scheme => IsOf(scheme, parameter)));
        _value = new ValueCheck(parameter, MessageDirection.Request, rules, shapes, judge, isCredential);
        _reader = ParameterValueReader.For(parameter, _value.Shape, siblings);
    }

    /// <summary>Adds the value, if there is one, to the values of the scratch memory, and its violations to the violations.</summary>
    public void Check(RequestMessage message, in RouteMatch route, MessageScratch scratch, ref List<Violation>? violations)
    {
        var start = scratch.Json.Length;
        var read = _reader.Read(message, route, scratch);
        var length = scratch.Json.Length - start;
        if (length > 0)
        {
            scratch.Values.Add((_parameter, start, length));
        }

        _value.Judge(read, scratch.Json.Slice(start, length), ref violations);
    }

    private static bool IsOf(SecurityScheme scheme, Parameter parameter) =>
        scheme.In == parameter.In && scheme.ParameterName.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase);
}
