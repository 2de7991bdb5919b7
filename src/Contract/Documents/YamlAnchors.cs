using SocialContract.Contract.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialContract.Contract.Documents;

/// <summary>The anchors of a YAML text, and the values in the JSON that they name.</summary>
internal sealed class YamlAnchors(YamlOutput output)
{
    /// <summary>Null while the value of an anchor is being written.</summary>
    private readonly Dictionary<string, YamlRange?> _ranges = new(StringComparer.Ordinal);

    /// <summary>The anchors in the order in which their values ended: those of the last value are the last.</summary>
    private readonly Stack<(string Name, int Start)> _ended = new();

    public void Begin(AnchorName anchor)
    {
        if (!anchor.IsEmpty)
        {
            _ranges[anchor.Value] = null;
        }
    }

    public void End(AnchorName anchor, YamlRange range)
    {
        if (!anchor.IsEmpty)
        {
            _ranges[anchor.Value] = range;
            _ended.Push((anchor.Value, range.Start));
        }
    }

    /// <summary>The value that an alias names; null, with a fault, if there is none or it is not complete.</summary>
    public YamlRange? Find(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!_ranges.TryGetValue(name, out var range))
        {
            var nearest = NearestName.Find(name, _ranges.Keys);
            output.Stop(
                alias.Start,
                DiagnosticCodes.YamlAlias,
                $"the alias *{Shortened.Name(name)} has no anchor before it{(nearest is null ? "" : $"; did you mean *{nearest}?")}");
        }
        else if (range is null)
        {
            output.Stop(
                alias.Start,
                DiagnosticCodes.YamlAlias,
                $"the alias *{Shortened.Name(name)} is inside the value that it names, so its expansion would never end; "
                    + "use $ref for recursive schemas");
        }

        return range;
    }

    /// <summary>Forgets the anchors of values that begin at an offset or after it, because those values are removed.</summary>
    public void RemoveFrom(int offset)
    {
        while (_ended.TryPeek(out var last) && last.Start >= offset)
        {
            _ranges.Remove(_ended.Pop().Name);
        }
    }
}

/// <summary>A value in the JSON: its bytes, the indexes of its places, and the depth of its nesting.</summary>
internal readonly record struct YamlRange(int Start, int End, int FirstPlace, int LastPlace, int Height);
