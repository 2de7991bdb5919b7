using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>
/// ajv as a process: draft 4 with OpenAPI's <c>nullable</c> for documents of OpenAPI 3.0, JSON Schema 2020-12 for those of 3.1.
/// </summary>
public sealed class AjvJudge : IJudge, IDisposable
{
    private readonly Process _process;

    public AjvJudge()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(NodeFolder, "opinion.mjs"));
        _process = Process.Start(start) ?? throw new InvalidOperationException("Node.js could not be started.");
    }

    /// <summary>Where this project's npm packages are.</summary>
    public static string NodeFolder { get; } =
        typeof(AjvJudge).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == nameof(NodeFolder)).Value!;

    public string Name => "ajv";

    public bool? IsValid(JudgedPart part) => Faults(part).Count == 0;

    /// <summary>What is wrong with a part; empty where nothing is.</summary>
    public IReadOnlyList<AjvFault> Faults(JudgedPart part)
    {
        var question = new JsonObject
        {
            ["dialect"] = part.IsDraft4 ? "draft-04" : "2020-12",
            ["schema"] = part.Schema.DeepClone(),
            ["instances"] = new JsonArray(part.Instance),
        };
        _process.StandardInput.WriteLine(question.ToJsonString());
        _process.StandardInput.Flush();
        using var output = JsonDocument.Parse(
            _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("ajv's process ended."));
        return output.RootElement.TryGetProperty("refused", out var refused)
            ? throw new InvalidOperationException($"ajv refuses the schema of {part.Place}: {refused}")
            : [.. output.RootElement.GetProperty("faults")[0].EnumerateArray().Select(AjvFault.Of)];
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
