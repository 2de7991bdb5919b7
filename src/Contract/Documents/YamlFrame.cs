namespace SocialContract.Contract.Documents;

/// <summary>An array or object that <see cref="YamlConverter"/> is inside of. Frames are reused, one for each level.</summary>
internal sealed class YamlFrame
{
    public bool IsMapping { get; private set; }

    /// <summary>Whether the next node is a key.</summary>
    public bool ExpectsKey { get; set; }

    /// <summary>Members or elements written.</summary>
    public int Count { get; set; }

    /// <summary>Levels that have been nested inside.</summary>
    public int Height { get; set; }

    public int Start { get; private set; }

    public int FirstPlace { get; private set; }

    public string? Anchor { get; private set; }

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The value being read belongs to a merge key: where it began.</summary>
    public YamlRange? Merging { get; set; }

    /// <summary>What merge keys named: JSON texts of objects or arrays of objects, each with its places.</summary>
    public List<(byte[] Json, YamlPlace[] Places)> Merges { get; } = [];

    public void Open(bool mapping, int start, int firstPlace, string? anchor)
    {
        IsMapping = mapping;
        ExpectsKey = mapping;
        Count = 0;
        Height = 1;
        Start = start;
        FirstPlace = firstPlace;
        Anchor = anchor;
        Merging = null;
        Names.Clear();
        Merges.Clear();
    }
}
