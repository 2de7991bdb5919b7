using System.Text.Json.Nodes;

namespace SocialContract.MockServer.Proxying.Recording;

/// <summary>
/// A folder of recorded stubs in Java WireMock's layout. A response to a request that was recorded before replaces the stub of an earlier
/// run; in the same run, different responses to the same request become the steps of a scenario, as in WireMock's recorder.
/// </summary>
/// <param name="folder">Its absolute path.</param>
internal sealed class RecordingFolder(string folder)
{
    /// <summary>The stubs that a mock reads from a folder.</summary>
    private const int MaxRequests = 10_000;

    /// <summary>The steps of a scenario; later responses are not recorded.</summary>
    private const int MaxSteps = 100;

    private readonly string _mappings = Path.Combine(folder, "mappings");
    private readonly string _files = Path.Combine(folder, "__files");
    private readonly Dictionary<string, List<string>> _recorded = new(StringComparer.Ordinal);

    public void Create()
    {
        Directory.CreateDirectory(_mappings);
        Directory.CreateDirectory(_files);
    }

    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Add(RecordedStub stub)
    {
        if (!_recorded.TryGetValue(stub.Name, out var digests))
        {
            if (_recorded.Count == MaxRequests)
            {
                return;
            }

            Remove(stub.Name);
            _recorded[stub.Name] = [stub.Digest];
            Write(stub, 1, isLast: true);
            return;
        }

        var isSame = digests.TrueForAll(digest => digest == stub.Digest);
        if (digests.Count == MaxSteps)
        {
            return;
        }

        digests.Add(stub.Digest);
        if (isSame)
        {
            // One stub is enough as long as every response is the same.
            return;
        }

        if (File.Exists(PathOf(stub.Name, digests.Count - 1)))
        {
            Continue(stub, digests.Count - 1);
        }
        else
        {
            // The equal responses before this one are steps, too.
            var first = JsonNode.Parse(File.ReadAllText(PathOf(stub.Name, 1)))!["response"]!.AsObject();
            for (var step = 1; step < digests.Count; step++)
            {
                Write(stub with { Response = first, File = null }, step, isLast: false);
            }
        }

        Write(stub, digests.Count, isLast: true);
    }

    /// <summary>Lets the step lead to the next one.</summary>
    private void Continue(RecordedStub stub, int step)
    {
        var response = JsonNode.Parse(File.ReadAllText(PathOf(stub.Name, step)))!["response"]!.AsObject();
        Write(stub with { Response = response, File = null }, step, isLast: false);
    }

    private void Write(RecordedStub stub, int step, bool isLast)
    {
        if (stub.File is { } content)
        {
            var name = step == 1 ? stub.FileName
                : $"{Path.GetFileNameWithoutExtension(stub.FileName)}-{step}{Path.GetExtension(stub.FileName)}";
            var response = stub.Response.DeepClone().AsObject();
            response["bodyFileName"] = name;
            stub = stub with { Response = response };
            using var file = File.Create(Path.Combine(_files, name));
            file.Write(content.Span);
        }

        File.WriteAllText(PathOf(stub.Name, step), RecordedStub.Text(stub.ToJson(step, isLast)));
    }

    /// <summary>Removes the steps that an earlier run recorded.</summary>
    private void Remove(string name)
    {
        for (var step = 1; step <= MaxSteps && File.Exists(PathOf(name, step)); step++)
        {
            File.Delete(PathOf(name, step));
        }
    }

    private string PathOf(string name, int step) => Path.Combine(_mappings, step == 1 ? $"{name}.json" : $"{name}-{step}.json");
}
