using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks for fields of examples that exclude each other (OpenAPI 3.1, sections 4.8.12, 4.8.14 and 4.8.19).</summary>
internal static class ExampleConstraints
{
    public static void Run(ObjectVisit visit)
    {
        if (visit.Node.Member("example") is { } example && visit.Node.Member("examples") is not null)
        {
            visit.Warn(DiagnosticCodes.ExampleTwice, example, "example and examples exclude each other; example is ignored");
        }
    }

    public static void Value(ObjectVisit visit)
    {
        if (visit.Node.Member("externalValue") is { } external && visit.Node.Member("value") is not null)
        {
            visit.Warn(DiagnosticCodes.ExampleTwice, external, "value and externalValue exclude each other; externalValue is ignored");
        }
    }
}
