using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace SocialContract.JsonSchema.Bench;

/// <summary>ajv in a Node.js process that times itself, so that no pipe is measured.</summary>
internal sealed class AjvProcess : IDisposable
{
    private readonly Process _process;

    public AjvProcess()
    {
        var metadata = typeof(AjvProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        var node = metadata.First(entry => entry.Key == "NodeFolder").Value!;
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(node, "ajv-bench.mjs"));
        start.Environment["AJV_FROM"] = node;
        _process = Process.Start(start) ?? throw new InvalidOperationException("Node.js could not be started.");
    }

    /// <summary>Compiles the schema of a case, which has to be done before the case is measured.</summary>
    public void Prepare(BenchCase bench) =>
        Ask(new { @case = bench.Name, schema = bench.SchemaElement, body = Encoding.UTF8.GetString(bench.Body), iterations = 1 });

    /// <summary>Nanoseconds for one iteration: from UTF-8 bytes, and from a string if wanted.</summary>
    public (double Bytes, double Text) Measure(BenchCase bench, int iterations, bool alsoText)
    {
        var times = Ask(new { @case = bench.Name, iterations, alsoText });
        return (times.GetProperty("bytes").GetDouble(), times.GetProperty("text").GetDouble());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private JsonElement Ask(object request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("ajv's process ended.");
        return JsonDocument.Parse(line).RootElement;
    }
}
