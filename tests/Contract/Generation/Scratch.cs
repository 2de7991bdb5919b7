using SocialApi.Contract.Generation;
using SocialApi.Contract.Schemas;
namespace SocialApi.Contract.Tests.Generation;
public class Scratch
{
    [Fact]
    public void Print()
    {
        foreach (var line in File.ReadAllLines("/tmp/schemas.txt"))
        {
            if (line.Length == 0) continue;
            var parts = line.Split(" ### ");
            var version = parts.Length > 2 ? parts[2].Trim() : "3.1.0";
            foreach (var (mode, seed) in new[] { (GenerationMode.Static, 0UL), (GenerationMode.Dynamic, 1UL), (GenerationMode.Dynamic, 2UL) })
            {
                try
                {
                    var w = System.Diagnostics.Stopwatch.StartNew();
                    var outcome = Generated.Outcome(parts[0], parts.Length > 1 ? parts[1] : "{}", version, MessageDirection.Response, seed, mode);
                    File.AppendAllText("/tmp/out.txt", "\n" + $"{parts[0]}\n   => {(outcome is GenerationOutcome.Generated g ? System.Text.Encoding.UTF8.GetString(g.Json.Span) : "!!! " + ((GenerationOutcome.Impossible)outcome).Message)}   {w.ElapsedMilliseconds} ms");
                }
                catch (Exception e) { File.AppendAllText("/tmp/out.txt", "\n" + $"{parts[0]}\n   => EXC {e}"); }
            }
        }
    }
}
