using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>ajv, driven as a process.</summary>
public sealed class AjvJudge : IDisposable
{
    private readonly Process _process;

    public AjvJudge()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(Folders.Node, "ajv-judge.mjs"));
        start.Environment["AJV_FROM"] = Folders.Node;
        _process = Process.Start(start) ?? throw new InvalidOperationException("Node.js could not be started.");
    }

    public IReadOnlyList<bool> Judge(string schema, IEnumerable<string> instances)
    {
        var request = new JsonObject
        {
            ["schema"] = JsonNode.Parse(schema),
            ["instances"] = new JsonArray([.. instances.Select(instance => JsonValue.Create(instance))]),
        };
        _process.StandardInput.WriteLine(request.ToJsonString());
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("ajv's process ended.");
        using var answer = JsonDocument.Parse(line);
        return answer.RootElement.TryGetProperty("fault", out var fault)
            ? throw new InvalidOperationException($"ajv refuses {schema}: {fault}")
            : [.. answer.RootElement.GetProperty("verdicts").EnumerateArray().Select(verdict => verdict.GetBoolean())];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
