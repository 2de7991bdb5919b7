using System.Collections.Frozen;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Rules;

/// <summary>Walks down a pointer and builds the name of its place.</summary>
internal sealed class PlaceCursor
{
    private readonly string _pointer;
    private int _at;

    public PlaceCursor(DocumentFile file, string pointer)
    {
        (File, _pointer) = (file, pointer);
        Tokens = pointer.Length == 0 ? [] : [.. pointer[1..].Split('/').Select(JsonPointer.Unescape)];
        Node = new DocumentNode(file, "", file.Root);
    }

    public DocumentFile File { get; }

    public string[] Tokens { get; }

    /// <summary>The value at the current position.</summary>
    public DocumentNode Node { get; private set; }

    public string Id { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public PlaceKind Kind { get; private set; }

    /// <summary>Other names at the position of properties in ids: those of other media types or of a file's components.</summary>
    public IReadOnlySet<string> OtherNames { get; set; } = FrozenSet<string>.Empty;

    /// <summary>Whether all segments so far are names, not keywords: a file may contain schemas by name without being a schema.</summary>
    public bool IsAmongNames { get; set; }

    public bool AtEnd => _at == Tokens.Length;

    public int Left => Tokens.Length - _at;

    public ReadOnlySpan<string> Rest => Tokens.AsSpan(_at);

    public string Peek() => Tokens[_at];

    public DocumentNode Child(string token) => Node.Member(token) ?? Node;

    public DocumentNode ChildAt(int steps) => Descend(Node, _at, steps);

    /// <summary>The pointers of the place and of everything around it, with the number of their tokens, the longest first.</summary>
    public IEnumerable<(string Pointer, int Tokens)> Around()
    {
        var pointer = _pointer;
        for (var length = Tokens.Length; length > 0; length--)
        {
            yield return (pointer, length);
            pointer = pointer[..pointer.LastIndexOf('/')];
        }

        yield return ("", 0);
    }

    public void Enter(int steps, string id, string subject, PlaceKind kind)
    {
        Node = Descend(Node, 0, steps);
        _at = steps;
        (Id, Subject, Kind) = (id, subject, kind);
    }

    public void Advance(int steps, string? segment, string? subject, PlaceKind kind)
    {
        Node = Descend(Node, _at, steps);
        _at += steps;
        OtherNames = FrozenSet<string>.Empty;
        IsAmongNames = false;
        Id = segment is null ? Id : $"{Id}/{segment}";
        Subject = subject ?? Subject;
        Kind = kind;
    }

    /// <param name="keyword">Null for the schema <c>false</c>.</param>
    public RulePlace Place(string? keyword, DocumentNode value) =>
        new($"{Id}/{keyword ?? RulePlace.FalseSchema}", Subject, Node, keyword, value);

    /// <summary>The value some steps further; the value itself if there is none.</summary>
    private DocumentNode Descend(DocumentNode from, int at, int steps)
    {
        var node = from;
        foreach (var token in Tokens.AsSpan(at, steps))
        {
            if (!File.TryStep(node.Value, token, out var value))
            {
                return from;
            }

            node = new DocumentNode(File, $"{node.Pointer}/{JsonPointer.Escape(token)}", value);
        }

        return node;
    }
}

/// <summary>The kind of a place that <see cref="PlaceCursor"/> visits.</summary>
internal enum PlaceKind
{
    Other,
    Operation,
    Parameter,
    Content,
    MediaType,
    Schema,
}
