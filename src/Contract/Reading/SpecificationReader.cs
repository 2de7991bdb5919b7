using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading;

/// <summary>Determines the OpenAPI version of a file, and whether the file is an OpenAPI document.</summary>
internal static class SpecificationReader
{
    /// <summary>The version by which the file is read; null, with an error, if it cannot be read.</summary>
    public static SpecificationVersion? Run(DocumentFile entry, DiagnosticBag diagnostics)
    {
        var root = new DocumentNode(entry, "", entry.Root);
        if (root.Value.ValueKind != JsonValueKind.Object)
        {
            return Reject(
                root, DiagnosticCodes.NotOpenApi, $"an OpenAPI document must be an object; found {ValueWords.Name(root.Value)}");
        }

        if (root.Member("swagger") is { } swagger)
        {
            return Reject(
                swagger,
                DiagnosticCodes.UnsupportedVersion,
                "this is a Swagger 2.0 document; convert it to OpenAPI 3 first (npm's swagger2openapi does)");
        }

        if (root.Member("openapi") is not { } version)
        {
            var nearest = NearestName.Find("openapi", root.Members().Select(member => member.Name));
            return Reject(
                root,
                DiagnosticCodes.NotOpenApi,
                "this is not an OpenAPI document: its root has no openapi field, such as openapi: 3.1.0",
                nearest);
        }

        var text = version.Value.ValueKind == JsonValueKind.String ? version.Value.GetString()! : version.Value.GetRawText();
        if (version.Value.ValueKind != JsonValueKind.String)
        {
            diagnostics.Report(
                DiagnosticCodes.Kind,
                DiagnosticSeverity.Warning,
                version,
                $"openapi must be text, as in openapi: '3.1.0'; found {ValueWords.Describe(version.Value)}");
        }

        switch (text.Split('.'))
        {
            case ["3", "0", ..]:
                return Served(root, SpecificationVersion.OpenApi30);
            case ["3", "1", ..]:
                return Served(root, SpecificationVersion.OpenApi31);
            case ["3", "2", ..]:
                diagnostics.Report(
                    DiagnosticCodes.UnsupportedVersion,
                    DiagnosticSeverity.Warning,
                    version,
                    $"OpenAPI {text} is read as 3.1; what 3.2 adds is ignored");
                return Served(root, SpecificationVersion.OpenApi31);
            default:
                return Reject(
                    version, DiagnosticCodes.UnsupportedVersion, $"OpenAPI {ValueWords.Shorten(text)} is not supported; 3.0 and 3.1 are");
        }

        SpecificationVersion? Served(DocumentNode document, SpecificationVersion specification)
        {
            if (document.Member("paths") is { Value.ValueKind: not JsonValueKind.Object } paths)
            {
                return Reject(paths, DiagnosticCodes.Kind, $"paths must be an object of paths; found {ValueWords.Describe(paths.Value)}");
            }

            var enough = specification == SpecificationVersion.OpenApi30 ? (string[])["paths"] : ["paths", "webhooks", "components"];
            return enough.Any(name => document.Member(name) is not null)
                ? specification
                : Reject(
                    document,
                    DiagnosticCodes.NoPaths,
                    "the document has no paths, so there is nothing to serve",
                    NearestName.Find("paths", document.Members().Select(member => member.Name)));
        }

        SpecificationVersion? Reject(DocumentNode node, string code, string message, string? nearest = null)
        {
            diagnostics.Report(code, DiagnosticSeverity.Error, node, message, nearest);
            return null;
        }
    }
}
