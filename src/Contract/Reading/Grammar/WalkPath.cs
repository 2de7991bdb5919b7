using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>The place that a walk has reached: a place of a file, and the tokens that lead from there to the current value.</summary>
internal sealed class WalkPath(DocumentFile file)
{
    private readonly List<string> _tokens = [];
    private string _start = "";

    public DocumentFile File { get; private set; } = file;

    /// <summary>The name or index of the current value in its parent; null at the start of the path.</summary>
    public string? Last => _tokens.Count == 0 ? null : _tokens[^1];

    /// <summary>RFC 6901 pointer of the current value.</summary>
    public string Pointer => _tokens.Count == 0 ? _start : $"{_start}/{string.Join('/', _tokens.Select(JsonPointer.Escape))}";

    public DocumentNode NodeOf(JsonElement value) => new(File, Pointer, value);

    /// <summary>Continues at another place, possibly of another file.</summary>
    public void Restart(DocumentNode start) => (File, _start) = (start.File, start.Pointer);

    public void Push(string token) => _tokens.Add(token);

    public void Pop() => _tokens.RemoveAt(_tokens.Count - 1);
}
