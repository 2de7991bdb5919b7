using YamlDotNet.Core;

namespace SocialContract.Contract.Documents;

/// <summary>A mapping or list that is being written. Frames are reused, one for each level.</summary>
internal sealed class YamlFrame
{
    public bool IsMapping { get; private set; }

    /// <summary>Whether the next node is a key.</summary>
    public bool ExpectsKey { get; set; }

    /// <summary>The number of members or elements written.</summary>
    public int Count { get; set; }

    /// <summary>The depth of the values inside, plus one.</summary>
    public int Height { get; set; }

    public int Start { get; private set; }

    public int FirstPlace { get; private set; }

    public AnchorName Anchor { get; private set; }

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The start of the value of a merge key; null if the current value does not belong to a merge key.</summary>
    public YamlRange? Merging { get; set; }

    /// <summary>The values of merge keys: JSON texts of objects or arrays of objects, each with its places.</summary>
    public List<(byte[] Json, YamlPlace[] Places)> Merges { get; } = [];

    public void Open(bool mapping, int start, int firstPlace, AnchorName anchor)
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
