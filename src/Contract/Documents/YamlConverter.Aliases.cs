using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialContract.Contract.Documents;

/// <content>Aliases and merge keys: what was written is written again, as bytes with their places, within bounds.</content>
internal sealed partial class YamlConverter
{
    private void OnAlias(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var found))
        {
            var nearest = Nearest.Find(name, _anchors.Keys);
            Stop(
                alias.Start,
                DiagnosticCodes.YamlAlias,
                $"the alias *{name} has no anchor before it{(nearest is null ? "" : $"; did you mean *{nearest}?")}");
            return;
        }

        if (found is not { } range)
        {
            Stop(
                alias.Start,
                DiagnosticCodes.YamlAlias,
                $"the alias *{name} stands inside the value it names, which would never end; use $ref for recursive schemas");
            return;
        }

        if (_depth > 0 && _frames[_depth - 1] is { IsMapping: true, ExpectsKey: true } frame)
        {
            OnAliasedKey(frame, alias, range);
            return;
        }

        if (_depth + range.Height > _limits.MaxDepth)
        {
            Stop(
                alias.Start,
                DiagnosticCodes.TooDeep,
                $"with what *{name} stands for, values nest more than {_limits.MaxDepth} levels deep here");
            return;
        }

        var start = BeginValue(alias.Start);
        var places = _places.Count - 1;
        if (!Copy(_json.Slice(range.Start, range.End).ToArray(), _places[(range.FirstPlace + 1)..range.LastPlace], range.Start, alias.Start))
        {
            return;
        }

        EndValue(start, places, range.Height, AnchorName.Empty);
    }

    private void OnAliasedKey(YamlFrame frame, AnchorAlias alias, YamlRange range)
    {
        frame.ExpectsKey = false;
        if (JsonSerializer.Deserialize<JsonElement>(_json.Slice(range.Start, range.End)) is { ValueKind: JsonValueKind.String } text)
        {
            WriteName(frame, text.GetString()!, alias.Start);
        }
        else
        {
            Stop(
                alias.Start,
                DiagnosticCodes.YamlKey,
                $"the alias *{alias.Value.Value} stands for something other than text, so it cannot be a key");
        }
    }

    /// <summary>Appends JSON that was written before, its places moved along.</summary>
    private bool Copy(ReadOnlySpan<byte> json, IReadOnlyList<YamlPlace> places, int from, in Mark mark)
    {
        _aliasBytes += json.Length;
        if (_aliasBytes > _limits.MaxAliasBytes)
        {
            Stop(
                mark,
                DiagnosticCodes.YamlAliasBomb,
                $"with its aliases written out the file would grow by more than {_limits.MaxAliasBytes / 1024 / 1024} MiB; use $ref instead of aliases");
            return false;
        }

        var shift = _json.Length - from;
        foreach (var place in places)
        {
            _places.Add(place with { Offset = place.Offset + shift });
        }

        _json.Write(json);
        return true;
    }

    /// <summary>Adds the members of a merge key's mappings that the mapping does not have itself; earlier ones win.</summary>
    private void Merge(YamlFrame frame, byte[] json, YamlPlace[] places)
    {
        var mark = places.Length > 0 ? new Mark(0, places[0].Line, places[0].Column) : Mark.Empty;
        if (YamlMerge.Members(json, places, _limits.MaxDepth + 1) is not { } members)
        {
            Report(
                mark,
                DiagnosticSeverity.Error,
                DiagnosticCodes.YamlMerge,
                "a merge key << takes a mapping or a list of mappings");
            return;
        }

        foreach (var (name, value, own) in members)
        {
            if (frame.Names.Contains(name))
            {
                continue;
            }

            WriteName(frame, name, own.Length > 0 ? new Mark(0, own[0].Line, own[0].Column) : mark);
            if (!Copy(value, own, 0, mark))
            {
                return;
            }

            frame.Count++;
        }
    }

    /// <summary>Takes the merge key's value out of the text again: its members are written when the mapping ends.</summary>
    private void TakeMerge(YamlFrame frame, YamlRange merge)
    {
        var places = _places[merge.FirstPlace..].Select(place => place with { Offset = place.Offset - merge.Start }).ToArray();
        frame.Merges.Add((_json.Slice(merge.Start, _json.Length).ToArray(), places));
        frame.Merging = null;
        _json.Truncate(merge.Start);
        _places.RemoveRange(merge.FirstPlace, _places.Count - merge.FirstPlace);

        // Anchors inside it went with it.
        foreach (var (name, range) in _anchors)
        {
            if (range is { } kept && kept.Start >= merge.Start)
            {
                _anchors.Remove(name);
            }
        }
    }
}
