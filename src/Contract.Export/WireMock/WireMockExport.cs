using System.Globalization;
using SocialContract.Contract.Export.Folders;
using SocialContract.Contract.Export.Schemas;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>
/// Stub mappings with which WireMock (Java, 3.13) responds as the mock does: the content of its root folder. The stubs of a path are
/// asked in the order of the mock's own stages, so that each needs only the condition of its stage.
/// </summary>
internal static class WireMockExport
{
    private const string Folder = "mappings";

    public static ExportResult Of(ContractDescription api)
    {
        var notes = new List<string>();
        var stubs = StubsOf(api, notes);
        var files = new FileNames();
        var exported = new List<ExportedFile>();
        for (var index = 0; index < stubs.Count; index++)
        {
            var stub = stubs[index];
            var name = SafeNames.Of($"{stub.Operation ?? "paths"}");
            var path = files.Take(
                string.Create(CultureInfo.InvariantCulture, $"{Folder}/{name}/{index + 1:D4}-{SafeNames.Of(stub.Key)}"), ".json");
            exported.Add(new(path, JsonLayout.Write(stub.ToJson(index + 1))));
        }

        IReadOnlyList<string> distinct = [.. notes.Distinct(StringComparer.Ordinal)];
        exported.Add(new("README.md", WireMockReadme.Write(api, stubs.Count, distinct)));
        return new(exported, distinct);
    }

    /// <summary>The stubs in the order of their priority.</summary>
    /// <param name="notes">Takes a sentence for each rule that no stub tells.</param>
    public static List<Stub> StubsOf(ContractDescription api, List<string> notes)
    {
        var generator = new DataGenerator(api);
        var types = new TargetTypes(new SchemaReader(api.Documents, api.View, MessageDirection.Request));
        var paths = api.Operations
            .SelectMany(operation => PathsOf(operation).Select(path => (Operation: operation, Path: path)))
            .GroupBy(entry => entry.Path, StringComparer.Ordinal)
            .OrderBy(group => StubOrder.KeyOf(group.Key), StringComparer.Ordinal)
            .ToList();

        var stubs = new List<Stub>();
        foreach (var path in paths)
        {
            // Of two operations with one method and path, at a base path and without one, the first is the router's.
            foreach (var (operation, _) in path.DistinctBy(entry => entry.Operation.Method))
            {
                if (api.FaultsOf(operation) is [var fault, ..])
                {
                    notes.Add($"{operation.Id} is left out, because the document has a fault there: {fault.Message}");
                    continue;
                }

                stubs.AddRange(StubsOf(api, operation, generator, types, note => notes.Add($"{operation.Id}: {note}"))
                    .At(path.Key, withHead: !path.Any(entry => entry.Operation.Method == "HEAD")));
            }
        }

        stubs.AddRange(paths.SelectMany(path => PathStubs.Of(path.Key, [.. path.Select(entry => entry.Operation.Method).Distinct()])));
        stubs.Add(PathStubs.Unknown);
        return stubs;
    }

    private static OperationStubs StubsOf(
        ContractDescription api, Operation operation, DataGenerator generator, TargetTypes types, Action<string> notes)
    {
        var json = operation.RequestBody?.Content.FirstOrDefault(media => MediaTypes.IsJson(media.Name));
        var handlebars = new HandlebarsBody(operation, types, json?.Schema?.Node, notes);
        return new(api, operation, new StubResponses(api, operation, generator, handlebars), types, notes);
    }

    /// <summary>With each base path of its servers, then without one.</summary>
    private static IEnumerable<string> PathsOf(Operation operation) =>
        operation.BasePaths.Select(basePath => basePath.TrimEnd('/') + operation.Path).Append(operation.Path)
            .Distinct(StringComparer.Ordinal);
}
