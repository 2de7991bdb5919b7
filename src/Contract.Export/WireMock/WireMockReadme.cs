using System.Globalization;
using System.Text;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The README of an exported folder: how it is served, and in what it differs from the mock.</summary>
internal static class WireMockReadme
{
    public static string Write(ContractDescription api, int stubs, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # {api.Title}, as stub mappings of WireMock

            {stubs} stubs, made from the OpenAPI document by `social-contract export wiremock`. Do not edit them: export again.
            They were made for WireMock 3.13.2:

                java -jar wiremock-standalone-3.13.2.jar --root-dir . --port 8080

            A request is answered as the contract's mock answers it: a documented error for the first rule that it breaks, else the first
            success response, or the one that the header `Prefer: code=404, example=name` asks for. `metadata.contract` of a stub names
            its operation and its rule.

            ## Differences from the mock

            - A response names one broken rule; the mock's names all.
            - WireMock's reader of JSON accepts comments and single quotes, and a missing trailing slash is another path.
            - `Prefer: code=503` gives a 404 where the document has no 503; the mock sends that status all the same.
            - The query parameters `__code` and `__example`, delays, seeds and weights in `Accept` are not read, and there are no CORS
              headers.
            - Values of a form are not filled into responses. In a JSON body, null is filled in as if it were missing.


            """);
        return End(text, notes);
    }

    /// <summary>The same for WireMock.Net.</summary>
    public static string OfNet(ContractDescription api, int mappings, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            # {{api.Title}}, as mappings of WireMock.Net

            {{mappings}} mappings, made from the OpenAPI document by `social-contract export wiremock.net`. Do not edit them: export again.
            They were made for WireMock.Net 2.21.0, which reads them from the folder `__admin/mappings` of its file system handler:

                WireMockServer.Start(new WireMockServerSettings
                {
                    ReadStaticMappings = true,
                    AllowBodyForAllHttpMethods = true,
                    FileSystemHandler = new LocalFileSystemHandler(folder),
                });

            A request is answered as the contract's mock answers it: a documented error for the first rule that it breaks, else the first
            success response, or the one that the header `Prefer: code=404, example=name` asks for.

            ## Differences from the mock

            - A response names one broken rule; the mock's names all.
            - Values of the request are not filled into responses: they are the examples of the document.
            - WireMock.Net has no matcher for JSON Schema. Rules of JSON bodies are JMESPath queries, which know types, members, lists of
              values and limits; patterns, formats, combinations of schemas and the members of maps are not checked.
            - A body that has the words and brackets of JSON, but in a wrong order, is not refused as malformed.
            - `Prefer: code=503` gives a 404 where the document has no 503; the mock sends that status all the same.
            - The query parameters `__code` and `__example`, delays, seeds and weights in `Accept` are not read, and there are no CORS
              headers.


            """);
        return End(text, notes);
    }

    private static string End(StringBuilder text, IReadOnlyList<string> notes)
    {
        if (notes.Count > 0)
        {
            text.Append("## What of this document is not exported\n\n");
            foreach (var note in notes)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
            }
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }
}
