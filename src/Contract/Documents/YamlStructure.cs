using SocialContract.Contract.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialContract.Contract.Documents;

/// <summary>Writes the mappings, lists and members of a YAML text as JSON, and resolves merge keys.</summary>
internal sealed class YamlStructure(DocumentLimits limits, YamlOutput output, YamlAnchors anchors)
{
    private readonly List<YamlFrame> _frames = [];
    private int _depth;

    /// <summary>The mapping that expects a key next; null if the next node is a value.</summary>
    public YamlFrame? KeyFrame => _depth > 0 && _frames[_depth - 1] is { IsMapping: true, ExpectsKey: true } frame ? frame : null;

    /// <summary>Whether values may nest that many levels deeper; reports a fault if not.</summary>
    public bool Fits(int height, in Mark mark, string nesting)
    {
        if (_depth + height <= limits.MaxDepth)
        {
            return true;
        }

        output.Stop(mark, DiagnosticCodes.TooDeep, $"{nesting} more than {limits.MaxDepth} levels deep here");
        return false;
    }

    public void Open(NodeEvent node, bool isMapping)
    {
        if (!Fits(1, node.Start, "values nest"))
        {
            return;
        }

        var start = BeginValue(node.Start);
        if (_frames.Count == _depth)
        {
            _frames.Add(new YamlFrame());
        }

        _frames[_depth++].Open(isMapping, start, output.Places.Count - 1, node.Anchor);
        anchors.Begin(node.Anchor);
        output.Json.Write((byte)(isMapping ? '{' : '['));
    }

    public void Close()
    {
        var frame = _frames[_depth - 1];
        if (frame is { IsMapping: true, ExpectsKey: false })
        {
            // The parser skips an empty key, as in ": value".
            var last = output.Places[^1];
            output.Stop(
                new Mark(0, last.Line, last.Column),
                DiagnosticCodes.Syntax,
                "this is not YAML: a key without a value, or a value without a key");
            return;
        }

        foreach (var (json, places) in frame.Merges)
        {
            Merge(frame, json, places);
        }

        _depth--;
        output.Json.Write((byte)(frame.IsMapping ? '}' : ']'));
        EndValue(frame.Start, frame.FirstPlace, frame.Height, frame.Anchor);
    }

    /// <summary>
    /// Records the place of a value and writes the comma before an element. Returns the offset of the value's first byte.
    /// </summary>
    public int BeginValue(in Mark mark)
    {
        if (_depth > 0 && _frames[_depth - 1] is { IsMapping: false, Count: > 0 })
        {
            output.Json.Write((byte)',');
        }

        output.CountValue(mark);
        output.AddPlace(mark);
        return output.Json.Length;
    }

    public void EndValue(int start, int firstPlace, int height, AnchorName anchor)
    {
        anchors.End(anchor, new YamlRange(start, output.Json.Length, firstPlace, output.Places.Count, height));
        if (_depth == 0)
        {
            return;
        }

        var frame = _frames[_depth - 1];
        frame.Height = Math.Max(frame.Height, height + 1);
        frame.ExpectsKey = frame.IsMapping;
        if (frame.Merging is { } merge)
        {
            SetAside(frame, merge);
        }
        else
        {
            frame.Count++;
        }
    }

    /// <summary>Removes the value of a merge key from the output; its members are written when the mapping ends.</summary>
    private void SetAside(YamlFrame frame, YamlRange merge)
    {
        var places = output.PlacesFrom(merge.FirstPlace, output.Places.Count, merge.Start);
        frame.Merges.Add((output.Json.Slice(merge.Start, output.Json.Length).ToArray(), places));
        frame.Merging = null;
        output.Truncate(merge.Start, merge.FirstPlace);
        anchors.RemoveFrom(merge.Start);
    }

    /// <summary>Adds the members of a merge key's mappings that the mapping does not have; earlier mappings take precedence.</summary>
    private void Merge(YamlFrame frame, byte[] json, YamlPlace[] places)
    {
        var mark = places.Length > 0 ? new Mark(0, places[0].Line, places[0].Column) : Mark.Empty;
        if (YamlMerge.Members(json, places, limits.MaxDepth + 1) is not { } members)
        {
            const string message = "the value of a merge key << must be a mapping or a list of mappings";
            output.Report(mark, DiagnosticSeverity.Error, DiagnosticCodes.YamlMerge, message);
            return;
        }

        foreach (var (name, value, own) in members.Where(member => !frame.Names.Contains(member.Name)))
        {
            WriteName(frame, name, own.Length > 0 ? new Mark(0, own[0].Line, own[0].Column) : mark);
            if (!output.Copy(value, own, mark))
            {
                return;
            }

            frame.Count++;
        }
    }

    /// <summary>Begins the value of a merge key.</summary>
    public void BeginMerge(YamlFrame frame) => frame.Merging = new YamlRange(output.Json.Length, 0, output.Places.Count, 0, 0);

    public void WriteName(YamlFrame frame, string name, in Mark mark)
    {
        if (!frame.Names.Add(name))
        {
            output.Report(
                mark,
                DiagnosticSeverity.Error,
                DiagnosticCodes.DuplicateName,
                $"the key \"{Shortened.Name(name)}\" appears twice in this mapping; remove or rename one of them");
        }

        if (frame.Count > 0)
        {
            output.Json.Write((byte)',');
        }

        output.AddPlace(mark);
        output.Json.WriteString(name);
        output.Json.Write((byte)':');
    }
}
