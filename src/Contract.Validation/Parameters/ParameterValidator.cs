using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.Contract.Validation.Judging;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Reads and validates a parameter of a request.</summary>
internal sealed class ParameterValidator
{
    private readonly Parameter _parameter;
    private readonly ParameterValueReader _reader;
    private readonly ValueValidator _value;

    /// <param name="site">A parameter.</param>
    /// <param name="siblings">The names of the operation's parameters in the same location.</param>
    public ParameterValidator(
        MessageSite site,
        Operation operation,
        IReadOnlySet<string> siblings,
        RuleBook rules,
        ShapeReader shapes,
        SchemaJudge judge)
    {
        _parameter = site.Parameter!;
        var isCredential = operation.Security.Any(requirement => requirement.Schemes.Any(scheme => IsOf(scheme, _parameter)));
        _value = new ValueValidator(site, rules, shapes, judge, isCredential);
        _reader = ParameterValueReader.For(_parameter, _value.Shape, siblings);
    }

    /// <summary>Adds the value, if there is one, to the values of the scratch memory, and its violations to the violations.</summary>
    public void Validate(RequestMessage message, in RouteMatch route, MessageScratch scratch, ref List<Violation>? violations)
    {
        var start = scratch.Json.Length;
        var read = _reader.Read(message, route, scratch);
        _value.Judge(read, scratch.Json, start, ref violations);
        if (scratch.Json.Length - start is > 0 and var length)
        {
            scratch.Values.Add((_parameter, start, length));
        }
    }

    private static bool IsOf(SecurityScheme scheme, Parameter parameter) =>
        scheme.In == parameter.In && scheme.ParameterName.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase);
}
