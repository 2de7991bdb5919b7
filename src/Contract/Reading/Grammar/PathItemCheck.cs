using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Path items: their own kind of reference, parameters named twice, bodies where HTTP gives them no meaning.</summary>
internal static class PathItemCheck
{
    public static void Run(ObjectVisit visit)
    {
        var item = visit.Node;
        if (item.Member("$ref") is { } reference)
        {
            if (reference.Value.ValueKind == JsonValueKind.String)
            {
                visit.Walker.Refer(reference, Shape.Of(() => OpenApiGrammar.PathItem), "pathItems");
            }
            else
            {
                visit.Fail(DiagnosticCodes.Kind, reference, $"$ref must be text; found {Kinds.Describe(reference.Value)}");
            }
        }

        ParameterListCheck.Run(visit, item);
        foreach (var method in OperationReader.Methods)
        {
            if (item.Member(method) is not { Value.ValueKind: JsonValueKind.Object } operation)
            {
                continue;
            }

            ParameterListCheck.Run(visit, operation);
            if (method is "get" or "head" && operation.Member("requestBody") is { } body)
            {
                var consequence = visit.Walker.Specification == SpecificationVersion.OpenApi30 ? "OpenAPI 3.0 has it ignored" : "many clients and proxies drop it";
                visit.Warn(
                    DiagnosticCodes.BodyOnGet,
                    body,
                    $"HTTP gives the body of a {method.ToUpperInvariant()} request no meaning, and {consequence}");
            }
        }
    }
}
