using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks path items: their kind of reference, parameters that appear twice, bodies that have no meaning in HTTP.</summary>
internal static class PathItemConstraints
{
    public static void Run(ObjectVisit visit)
    {
        var item = visit.Node;
        if (item.Member(Reference.Member) is { } reference)
        {
            if (reference.Value.ValueKind == JsonValueKind.String)
            {
                visit.Walk.Refer(reference, Shape.Of(() => OpenApiGrammar.PathItem), "pathItems");
            }
            else
            {
                visit.Fail(DiagnosticCodes.Kind, reference, $"$ref must be text; found {ValueWords.Describe(reference.Value)}");
            }
        }

        ParameterListConstraints.Run(visit, item);
        foreach (var method in OperationMethods.All)
        {
            if (item.Member(method) is not { Value.ValueKind: JsonValueKind.Object } operation)
            {
                continue;
            }

            ParameterListConstraints.Run(visit, operation);
            if (method is "get" or "head" && operation.Member("requestBody") is { } body)
            {
                var consequence = visit.Walk.Specification == SpecificationVersion.OpenApi30
                    ? "OpenAPI 3.0 ignores it"
                    : "many clients and proxies drop it";
                visit.Warn(
                    DiagnosticCodes.BodyOnGet,
                    body,
                    $"the body of a {method.ToUpperInvariant()} request has no meaning in HTTP, and {consequence}");
            }
        }
    }
}
