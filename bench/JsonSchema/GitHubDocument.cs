using System.Diagnostics;
using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.JsonSchema.Bench;

/// <summary>How long the schemas of a large OpenAPI document take: registering it, the first operation, and every schema.</summary>
internal static class GitHubDocument
{
    public static void Run(string file)
    {
        using var stream = File.OpenRead(file);
        using var document = JsonDocument.Parse(stream);
        var uri = new Uri(Path.GetFullPath(file));
        var locations = SchemaPlaces(document.RootElement, "").ToList();
        for (var run = 0; run < 3; run++)
        {
            var (cpu, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            var watch = Stopwatch.StartNew();
            var registry = new SchemaRegistry(new SchemaSettings { DefaultDialect = Dialect.Draft4.Without("id") });
            registry.Add(uri, document.RootElement);
            var added = watch.Elapsed;
            registry.Compile(new(uri + "#" + locations[0]));
            var first = watch.Elapsed;
            var failed = locations.Count(location => registry.Compile(new(uri + "#" + location)) is CompileResult.Failed);
            Console.WriteLine(
                $"registered in {added.TotalMilliseconds:N1} ms, first schema after {first.TotalMilliseconds:N1} ms, "
                + $"all {locations.Count} schemas after {watch.Elapsed.TotalMilliseconds:N0} ms, {failed} faulty; "
                + $"CPU {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:N0} ms, "
                + $"allocated {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MiB");
        }
    }

    private static IEnumerable<string> SchemaPlaces(JsonElement element, string pointer)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany((item, number) => SchemaPlaces(item, $"{pointer}/{number}"));
        }

        return element.ValueKind != JsonValueKind.Object ? [] : element.EnumerateObject().SelectMany(member =>
        {
            var token = member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            var place = $"{pointer}/{Uri.EscapeDataString(token)}";
            return member.Name switch
            {
                "example" or "examples" or "x-github-breaking-changes" => [],
                "schema" => [place],
                "schemas" => member.Value.EnumerateObject().Select(schema => $"{place}/{schema.Name}"),
                _ => SchemaPlaces(member.Value, place),
            };
        });
    }
}
