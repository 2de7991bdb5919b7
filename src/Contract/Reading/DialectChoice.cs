using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading.References;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.Contract.Reading;

/// <summary>
/// The dialect of schemas without <c>$schema</c>: OpenAPI's, or the one that <c>jsonSchemaDialect</c> names (OpenAPI 3.1, section
/// 4.8.24.5).
/// </summary>
internal static class DialectChoice
{
    private static readonly Dialect[] Plain =
    [
        .. new[] { Dialect.Draft201909, Dialect.Draft7, Dialect.Draft6, Dialect.Draft4 }
            .Select(dialect => dialect.WithLayout(OpenApiDialects.V31.Layout)),
    ];

    /// <summary>The dialects of a document's schemas.</summary>
    public static SchemaSettings Of(DocumentFile entry, SpecificationVersion specification, DiagnosticBag diagnostics)
    {
        if (specification == SpecificationVersion.OpenApi30)
        {
            return new SchemaSettings { DefaultDialect = OpenApiDialects.V30, Dialects = [OpenApiDialects.V30] };
        }

        // Schemas of a 3.1 document may name its own dialect, whatever jsonSchemaDialect says.
        var chosen = Chosen(new DocumentNode(entry, "", entry.Root), diagnostics);
        return new SchemaSettings { DefaultDialect = chosen, Dialects = [chosen, OpenApiDialects.V31] };
    }

    private static Dialect Chosen(DocumentNode root, DiagnosticBag diagnostics)
    {

        // OpenAPI adds only annotations to 2020-12, so its dialect also serves plain 2020-12.
        var name = root.Text("jsonSchemaDialect")?.TrimEnd('#');
        if (name is null
            || name == Dialect.Draft202012.Id.OriginalString
            || name.StartsWith("https://spec.openapis.org/oas/3.1/dialect/", StringComparison.Ordinal))
        {
            return OpenApiDialects.V31;
        }

        if (Array.Find(Plain, dialect => dialect.Id.OriginalString.TrimEnd('#') == name) is { } plain)
        {
            return plain;
        }

        diagnostics.Report(
            DiagnosticCodes.Dialect,
            DiagnosticSeverity.Warning,
            root.Member("jsonSchemaDialect")!.Value,
            $"the dialect {ValueWords.Shorten(name)} is unknown; schemas are read in the dialect of OpenAPI 3.1",
            NearestName.Find(name, Plain.Append(Dialect.Draft202012).Select(dialect => dialect.Id.OriginalString)));
        return OpenApiDialects.V31;
    }
}
