using System.Text.Json.Nodes;
using SocialContract.Contract.Export.Folders;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Export.Schemas;

/// <summary>
/// Standalone JSON Schema 2020-12 files for the parameters, the bodies of requests and the bodies of responses of each operation.
/// <c>index.json</c> lists them.
/// </summary>
internal static class SchemaExport
{
    public static ExportResult Of(ContractDescription api)
    {
        var files = new FileNames();
        var exported = new List<ExportedFile>();
        var notes = new List<string>();
        var index = new JsonArray();
        foreach (var operation in api.Operations)
        {
            if (api.FaultsOf(operation) is [var fault, ..])
            {
                notes.Add($"{operation.Id} is left out, because the document has a fault there: {fault.Message}");
                continue;
            }

            foreach (var site in MessageSites.Of(operation))
            {
                if (site.Schema is not { } schema || site is { Parameter: not null, Response: not null })
                {
                    continue;
                }

                var path = files.Take($"{SafeNames.Of(operation.Id)}/{NameOf(operation, site)}", ".json");
                exported.Add(new(path, JsonLayout.Write(new SchemaBundler(api.View, site.Direction).Bundle(schema.Node))));
                index.Add(Entry(path, operation, site));
                AddNotes(api, operation, schema, notes);
            }
        }

        IReadOnlyList<string> distinct = [.. notes.Distinct(StringComparer.Ordinal)];
        exported.Insert(0, new("index.json", JsonLayout.Write(index)));
        exported.Insert(1, new("README.md", ReadmeOf(api, distinct)));
        return new(exported, distinct);
    }

    private static string ReadmeOf(ContractDescription api, IReadOnlyList<string> notes) =>
        $"""
        # {api.Title}, as JSON Schema 2020-12

        Made from the OpenAPI document by `social-contract export schemas`; export again instead of editing. `index.json` lists the files:
        a schema for each parameter, request body and response body, complete in itself.

        - A form is described as the JSON that its fields mean.
        - A request need not have `readOnly` properties, a response not `writeOnly` ones.
        - The document asserts formats: have the validator check them. Numbers of a format such as `int32` are also limited by keywords.
        - In OpenAPI 3.0, `1.0` is not an integer; in JSON Schema it is.

        """.ReplaceLineEndings("\n")
        + (notes.Count == 0 ? "" : "\n## What is not exported\n\n" + string.Concat(notes.Select(note => $"- {note}\n")));

    private static string NameOf(Operation operation, in MessageSite site)
    {
        if (site.Parameter is { } parameter)
        {
            return SafeNames.Of($"{MessageSites.WordOf(parameter.In)}-{parameter.Name}");
        }

        var content = site.Response?.Content ?? operation.RequestBody!.Content;
        var part = site.Response is { } response ? $"response-{response.Status}" : "request";
        return content.Count == 1 ? part : $"{part}.{SafeNames.Of(site.MediaType!.Name)}";
    }

    private static JsonObject Entry(string path, Operation operation, in MessageSite site) => new()
    {
        ["file"] = path,
        ["operation"] = operation.Id,
        ["direction"] = site.Direction == MessageDirection.Request ? "request" : "response",
        ["parameter"] = site.Parameter is { } parameter ? $"{MessageSites.WordOf(parameter.In)} {parameter.Name}" : null,
        ["status"] = site.Response?.Status,
        ["mediaType"] = site.MediaType?.Name,
        ["pointer"] = site.Schema!.Node.Pointer,
    };

    private static void AddNotes(ContractDescription api, Operation operation, SchemaReference schema, List<string> notes)
    {
        string[] keywords = [KeywordNames.DynamicRef, KeywordNames.RecursiveRef];
        if (Reached(api.View, schema).Any(part => keywords.Any(keyword => api.View.Keyword(part, keyword) is not null)))
        {
            notes.Add($"{operation.Id}: a dynamic reference is written as one to its own resource, which an outer one does not change.");
        }
    }

    private static IEnumerable<Documents.DocumentNode> Reached(SchemaView view, SchemaReference schema)
    {
        var known = new HashSet<Documents.PlaceId> { schema.Node.Place };
        var pending = new Queue<Documents.DocumentNode>([schema.Node]);
        while (pending.TryDequeue(out var next))
        {
            yield return next;
            foreach (var part in view.Targets(next).Concat(view.All(next).Select(child => child.Node)))
            {
                if (known.Add(part.Place))
                {
                    pending.Enqueue(part);
                }
            }
        }
    }
}
