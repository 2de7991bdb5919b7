using System.Globalization;
using SocialContract.Contract.Export.Folders;
using SocialContract.Contract.Export.Schemas;
using SocialContract.Contract.Export.WireMock;

namespace SocialContract.Contract.Export.WireMockNet;

/// <summary>
/// The stubs of <see cref="WireMockExport"/> as static mappings of WireMock.Net, where it has matchers for their conditions.
/// </summary>
internal static class WireMockNetExport
{
    private const string Folder = "__admin/mappings";

    public static ExportResult Of(ContractDescription api)
    {
        var notes = new List<string>();
        var stubs = WireMockExport.StubsOf(api, notes);
        var files = new FileNames();
        var exported = new List<ExportedFile>();
        for (var index = 0; index < stubs.Count; index++)
        {
            var stub = stubs[index];
            if (NetMapping.Of(stub, index + 1) is { } mapping)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{index + 1:D4}-{stub.Operation ?? "paths"}-{stub.Key}");
                exported.Add(new(files.Take($"{Folder}/{SafeNames.Of(name)}", ".json"), JsonLayout.Write(mapping)));
            }
            else if (stub.Use is { } use)
            {
                var place = use.MediaType is null ? use.Instance : use.MediaType.Name;
                notes.Add($"{stub.Operation}: {use.Rule.Id} in {place}: WireMock.Net has no matcher for it");
            }
        }

        IReadOnlyList<string> distinct = [.. notes.Distinct(StringComparer.Ordinal)];
        exported.Add(new("README.md", WireMockReadme.OfNet(api, exported.Count, distinct)));
        return new(exported, distinct);
    }
}
