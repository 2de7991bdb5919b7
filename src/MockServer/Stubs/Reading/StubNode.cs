using System.Text.Json;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>A value in posted JSON with its place. What it should have and does not have is added to the faults.</summary>
internal readonly record struct StubNode(JsonElement Value, string Pointer, FaultList Faults)
{
    public JsonValueKind Kind => Value.ValueKind;

    /// <summary>The names of an object's members.</summary>
    public IEnumerable<string> Names => Value.EnumerateObject().Select(member => member.Name);

    public void Fault(string message) => Faults.Add(Pointer, message);

    /// <summary>Adds a fault unless the value is of that kind.</summary>
    /// <param name="expected">With an article: <c>an object</c>.</param>
    public bool Is(JsonValueKind kind, string expected)
    {
        if (Kind == kind)
        {
            return true;
        }

        Fault($"{expected} is expected; found {Found()}");
        return false;
    }

    public bool IsObject() => Is(JsonValueKind.Object, "an object");

    /// <summary>Adds a fault for each member that is not known, and for each that occurs twice.</summary>
    public void CheckMembers(IReadOnlyCollection<string> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            if (!known.Contains(name))
            {
                AtMember(name).Fault($"no such member{Hint(name, known)}");
            }
            else if (!seen.Add(name))
            {
                AtMember(name).Fault("the member occurs twice");
            }
        }
    }

    /// <summary>The member of an object; null if it is missing, or null in JSON, which means the same.</summary>
    public StubNode? Member(string name) => MemberOrNull(name) is { Kind: not JsonValueKind.Null } member ? member : null;

    /// <summary>The member of an object, which may be null in JSON; null if it is missing.</summary>
    public StubNode? MemberOrNull(string name) =>
        Kind == JsonValueKind.Object && Value.TryGetProperty(name, out var member) ? AtMember(name) with { Value = member } : null;

    /// <summary>The elements of an array; none, and a fault, if it is not an array.</summary>
    public IReadOnlyList<StubNode> Elements()
    {
        if (!Is(JsonValueKind.Array, "an array"))
        {
            return [];
        }

        var (faults, pointer) = (Faults, Pointer);
        return [.. Value.EnumerateArray().Select((element, index) => new StubNode(element, $"{pointer}/{index}", faults))];
    }

    /// <summary>The members of an object whose names are the stub's own; none, and a fault, if it is not an object.</summary>
    public IReadOnlyList<(string Name, StubNode Node)> Entries()
    {
        if (!IsObject())
        {
            return [];
        }

        var entries = new List<(string, StubNode)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Value.EnumerateObject())
        {
            var node = AtMember(member.Name) with { Value = member.Value };
            entries.Add((member.Name, node));
            if (!seen.Add(member.Name))
            {
                node.Fault("the member occurs twice");
            }
        }

        return entries;
    }

    /// <summary>Null, and a fault, if it is not a text.</summary>
    public string? Text() => Is(JsonValueKind.String, "a text") ? Value.GetString() : null;

    /// <summary>False, and a fault, if it is not a boolean.</summary>
    public bool Flag()
    {
        if (Kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault($"true or false is expected; found {Found()}");
        }

        return Kind == JsonValueKind.True;
    }

    /// <summary>The least value, and a fault, if it is not an integer in the range.</summary>
    public int Integer(int least, int greatest)
    {
        if (Kind == JsonValueKind.Number && Value.TryGetInt32(out var value) && value >= least && value <= greatest)
        {
            return value;
        }

        Fault($"an integer from {least} to {greatest} is expected; found {Found()}");
        return least;
    }

    /// <summary>0, and a fault, if it is not a number from 0.</summary>
    public double Number()
    {
        if (Kind == JsonValueKind.Number && Value.TryGetDouble(out var value) && value is >= 0 and <= int.MaxValue)
        {
            return value;
        }

        Fault($"a number from 0 to {int.MaxValue} is expected; found {Found()}");
        return 0;
    }

    /// <summary>Null, and a fault, if it is not one of the names.</summary>
    public string? OneOf(IReadOnlyCollection<string> names)
    {
        if (Text() is not { } text || names.Contains(text))
        {
            return Kind == JsonValueKind.String ? Value.GetString() : null;
        }

        Fault($"'{text}' is not one of {string.Join(", ", names)}{Hint(text, names)}");
        return null;
    }

    /// <summary>The pointer of a member, whether it is there or not.</summary>
    private StubNode AtMember(string name) => this with
    {
        Value = default,
        Pointer = $"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}",
    };

    private static string Hint(string name, IReadOnlyCollection<string> known) =>
        NearestName.Find(name, known) is { } nearest ? $"; did you mean `{nearest}`?" : "";

    private string Found()
    {
        const int maxShown = 40;
        var raw = Kind is JsonValueKind.String or JsonValueKind.Number ? Value.GetRawText() : "";
        return (Kind, raw.Length) switch
        {
            (JsonValueKind.Object, _) => "an object",
            (JsonValueKind.Array, _) => "an array",
            (JsonValueKind.True, _) => "true",
            (JsonValueKind.False, _) => "false",
            (JsonValueKind.Null, _) => "null",
            (_, > maxShown) => $"{raw[..maxShown]}…",
            _ => raw,
        };
    }
}
