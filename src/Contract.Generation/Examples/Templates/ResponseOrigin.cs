using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>Where an answer's body comes from.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Example">The example's name; empty for an <c>example</c> without one, and where it is none.</param>
/// <param name="Position">Where the example, the schema's value or the schema stands; the response where there is no body.</param>
/// <param name="Source">How sure the document is of it.</param>
public sealed record ResponseOrigin(ResponseOriginKind Kind, string Example, DocumentPosition Position, RuleSource Source)
{
    /// <summary>
    /// E.g. <c>example "connected" spec/openapi.yaml:123 (shown)</c>, <c>generated from spec/openapi.yaml:80 (stated)</c>.
    /// </summary>
    public override string ToString()
    {
        var what = Kind switch
        {
            ResponseOriginKind.Example => Example.Length > 0 ? $"example \"{Example}\"" : "example",
            ResponseOriginKind.SchemaExample => "schema example",
            ResponseOriginKind.SchemaDefault => "schema default",
            ResponseOriginKind.Violations => "violations",
            ResponseOriginKind.Generated => "generated from",
            _ => "no body",
        };
        return $"{what} {Position.File}:{Position.Line} ({Source.ToString().ToLowerInvariant()})";
    }
}
