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

        exported.Insert(0, new("index.json", JsonLayout.Write(index)));
        return new(exported, [.. notes.Distinct(StringComparer.Ordinal)]);
    }

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
        if (Reached(api.View, schema).Any(
            part => api.View.Keyword(part, KeywordNames.DynamicRef) is not null || api.View.Keyword(part, KeywordNames.RecursiveRef) is not null))
        {
            notes.Add($"{operation.Id}: a dynamic reference is written as one to its own resource, so that an outer one does not change it.");
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
