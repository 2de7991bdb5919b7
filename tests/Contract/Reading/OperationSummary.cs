using Microsoft.OpenApi;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>A line for each operation of a document: parameters, media types of the body, responses with their media types.</summary>
internal static class OperationSummary
{
    public static IReadOnlyList<string> Of(ContractDescription api) => Sorted(api.Operations.Select(operation => Line(
        operation.Method,
        operation.Path,
        operation.Parameters.Select(parameter => $"{parameter.In} {parameter.Name} {parameter.Required}"),
        operation.RequestBody?.Content.Select(mediaType => mediaType.Name) ?? [],
        operation.Responses.Select(response =>
            $"{response.Status}({string.Join(',', response.Content.Select(mediaType => mediaType.Name))})"))));

    /// <summary>What Microsoft.OpenApi reads from the same document.</summary>
    public static IReadOnlyList<string> Of(OpenApiDocument document, SpecificationVersion specification) => Sorted(
        from path in document.Paths
        from operation in path.Value.Operations ?? []
        select Line(
            operation.Key.Method.ToUpperInvariant(),
            path.Key,
            Parameters(path.Value, operation.Value)
                .Where(parameter => parameter.In != Microsoft.OpenApi.ParameterLocation.Path || IsInTemplate(path.Key, parameter))
                .Select(parameter => $"{parameter.In} {parameter.Name} {IsRequired(parameter)}"),
            Body(operation.Key, operation.Value, specification)?.Content?.Keys ?? [],
            (operation.Value.Responses ?? []).Select(response =>
                $"{response.Key}({string.Join(',', response.Value.Content?.Keys ?? [])})")));

    private static IEnumerable<IOpenApiParameter> Parameters(IOpenApiPathItem path, OpenApiOperation operation)
    {
        var own = operation.Parameters ?? [];
        return (path.Parameters ?? [])
            .Where(general => !own.Any(other => other.Name == general.Name && other.In == general.In))
            .Concat(own);
    }

    /// <summary>Our reader leaves out path parameters that the template does not have: no request can carry them.</summary>
    private static bool IsInTemplate(string path, IOpenApiParameter parameter) =>
        path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);

    /// <summary>Our reader treats every path parameter as required.</summary>
    private static bool IsRequired(IOpenApiParameter parameter) =>
        parameter.Required || parameter.In == Microsoft.OpenApi.ParameterLocation.Path;

    /// <summary>Our reader ignores the body of a GET request in OpenAPI 3.0, as section 4.7.10 demands.</summary>
    private static IOpenApiRequestBody? Body(HttpMethod method, OpenApiOperation operation, SpecificationVersion specification) =>
        specification == SpecificationVersion.OpenApi30 && method == HttpMethod.Get ? null : operation.RequestBody;

    private static string Line(
        string method, string path, IEnumerable<string> parameters, IEnumerable<string> bodies, IEnumerable<string> responses) =>
        $"{method} {path} [{Joined("; ", parameters).ToLowerInvariant()}] <- {Joined(",", bodies)} -> {Joined(" ", responses)}";

    private static string Joined(string separator, IEnumerable<string> texts) =>
        string.Join(separator, texts.Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
