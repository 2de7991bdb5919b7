using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>Where the body of a response comes from.</summary>
/// <param name="Kind">What the body was made from.</param>
/// <param name="Example">The example's name; empty for an <c>example</c> without a name, and where the body is not an example.</param>
/// <param name="Position">The position of the example or the schema; that of the response where there is no body.</param>
/// <param name="Source">How sure it is: stated, shown or assumed.</param>
public sealed record ResponseOrigin(ResponseOriginKind Kind, string Example, DocumentPosition Position, RuleSource Source)
{
    /// <summary>
    /// E.g. <c>example "connected" spec/openapi.yaml:123 (shown)</c>, <c>generated from spec/openapi.yaml:80 (stated)</c>.
    /// </summary>
    public override string ToString()
    {
        var kind = Kind switch
        {
            ResponseOriginKind.Example => Example.Length > 0 ? $"example \"{Example}\"" : "example",
            ResponseOriginKind.SchemaExample => "schema example",
            ResponseOriginKind.SchemaDefault => "schema default",
            ResponseOriginKind.Violations => "violations",
            ResponseOriginKind.Generated => "generated from",
            _ => "no body",
        };
        return $"{kind} {Position.File}:{Position.Line} ({Source.ToWord()})";
    }
}
