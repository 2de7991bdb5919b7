using SocialContract.Contract.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialContract.Contract.Documents;

/// <summary>
/// Turns the one document of a YAML stream into JSON, event by event: no tree of nodes, no recursion. Aliases are copied, as bytes and
/// within bounds.
/// </summary>
internal sealed partial class YamlConverter
{
    private readonly DocumentLimits _limits;
    private readonly List<DocumentFault> _faults;
    private readonly JsonBuffer _json;
    private readonly List<YamlPlace> _places = [];
    private readonly List<YamlFrame> _frames = [];
    private readonly Dictionary<string, YamlRange?> _anchors = new(StringComparer.Ordinal);
    private int _depth;
    private int _aliasBytes;
    private bool _stopped;

    private YamlConverter(int size, DocumentLimits limits, List<DocumentFault> faults)
    {
        _limits = limits;
        _faults = faults;
        _json = new JsonBuffer(size + (size / 4));
    }

    /// <summary>The JSON and the places of its values; null where a fault kept it from being finished. Faults are added in document
    /// order.</summary>
    public static (ReadOnlyMemory<byte> Json, YamlPlace[] Places)? Convert(string text, DocumentLimits limits, List<DocumentFault> faults)
    {
        var converter = new YamlConverter(text.Length, limits, faults);
        converter.Run(new Parser(new StringReader(text)), text);
        return converter._stopped ? null : (converter._json.ToMemory(), [.. converter._places]);
    }

    private void Run(Parser parser, string text)
    {
        var documents = 0;
        while (!_stopped && MoveNext(parser, text))
        {
            switch (parser.Current)
            {
                case DocumentStart start when ++documents > 1:
                    Stop(
                        start.Start,
                        DiagnosticCodes.YamlDocuments,
                        "a second YAML document begins here; the description is one document, so remove it or put it in a file of its own");
                    break;
                case Scalar scalar:
                    OnScalar(scalar);
                    break;
                case MappingStart mapping:
                    Open(mapping, mapping.Tag, "tag:yaml.org,2002:map", isMapping: true);
                    break;
                case SequenceStart sequence:
                    Open(sequence, sequence.Tag, "tag:yaml.org,2002:seq", isMapping: false);
                    break;
                case MappingEnd or SequenceEnd:
                    Close();
                    break;
                case AnchorAlias alias:
                    OnAlias(alias);
                    break;
            }
        }

        if (documents == 0 && !_stopped)
        {
            Stop(Mark.Empty, DiagnosticCodes.FileEmpty, "the file holds nothing but comments or white space");
        }
    }

    private bool MoveNext(Parser parser, string text)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (YamlException fault)
        {
            var (line, column, message) = YamlSyntax.Explain(text, fault);
            Stop(new Mark(0, line, column), DiagnosticCodes.Syntax, message);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException or NullReferenceException)
        {
            // YamlDotNet 16.3 trips over some malformed texts itself.
            Stop(parser.Current?.End ?? Mark.Empty, DiagnosticCodes.Syntax, "this is not YAML from here on");
        }

        return false;
    }

    private void OnScalar(Scalar scalar)
    {
        if (_depth > 0 && _frames[_depth - 1] is { IsMapping: true, ExpectsKey: true } frame)
        {
            OnKey(frame, scalar);
            return;
        }

        var start = BeginValue(scalar.Start);
        var plain = scalar.Style == ScalarStyle.Plain;
        var json = scalar.Tag.IsEmpty ? plain ? YamlScalar.ToJson(scalar.Value) : null : Tagged(scalar);
        if (json is null)
        {
            if (plain && scalar.Tag.IsEmpty && YamlScalar.IsUnspeakable(scalar.Value))
            {
                Report(
                    scalar.Start,
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.YamlNumber,
                    $"{scalar.Value} is a number that JSON does not have; write a finite number, or quote it if text is meant");
            }

            _json.WriteString(scalar.Value);
        }
        else
        {
            _json.WriteAscii(json);
        }

        EndValue(start, _places.Count - 1, height: 0, scalar.Anchor);
    }

    private void OnKey(YamlFrame frame, Scalar scalar)
    {
        frame.ExpectsKey = false;
        if (scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty && scalar.Value == "<<")
        {
            Report(
                scalar.Start,
                DiagnosticSeverity.Warning,
                DiagnosticCodes.YamlMerge,
                "the merge key << is not part of YAML 1.2: other tools may take it for a property; write the members out, or use $ref or allOf");
            frame.Merging = new YamlRange(_json.Length, 0, _places.Count, 0, 0);
            return;
        }

        WriteName(frame, scalar.Value, scalar.Start);
        if (!scalar.Anchor.IsEmpty)
        {
            var place = _places.Count - 1;
            _anchors[scalar.Anchor.Value] = new YamlRange(_places[place].Offset, _json.Length - 1, place, place + 1, 0);
        }
    }

    private void WriteName(YamlFrame frame, string name, in Mark mark)
    {
        if (!frame.Names.Add(name))
        {
            Report(
                mark,
                DiagnosticSeverity.Error,
                DiagnosticCodes.DuplicateName,
                $"the key \"{name}\" stands twice in this mapping; remove or rename one of the two");
        }

        if (frame.Count > 0)
        {
            _json.Write((byte)',');
        }

        AddPlace(mark);
        _json.WriteString(name);
        _json.Write((byte)':');
    }

    private void Open(NodeEvent node, TagName tag, string expected, bool isMapping)
    {
        if (_depth > 0 && _frames[_depth - 1] is { IsMapping: true, ExpectsKey: true })
        {
            Stop(
                node.Start,
                DiagnosticCodes.YamlKey,
                "a key of this mapping is itself a mapping or a list; JSON's names are text, so write a plain or quoted key");
            return;
        }

        if (!tag.IsEmpty && tag.Value != expected)
        {
            Report(node.Start, DiagnosticSeverity.Error, DiagnosticCodes.YamlTag, $"the tag {tag.Value} has no meaning in JSON; remove it");
        }

        if (_depth == _limits.MaxDepth)
        {
            Stop(node.Start, DiagnosticCodes.TooDeep, $"values nest more than {_limits.MaxDepth} levels deep here");
            return;
        }

        var start = BeginValue(node.Start);
        if (_frames.Count == _depth)
        {
            _frames.Add(new YamlFrame());
        }

        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        _frames[_depth++].Open(isMapping, start, _places.Count - 1, anchor);
        if (anchor is not null)
        {
            _anchors[anchor] = null;
        }

        _json.Write((byte)(isMapping ? '{' : '['));
    }

    private void Close()
    {
        var frame = _frames[_depth - 1];
        if (frame is { IsMapping: true, ExpectsKey: false })
        {
            // The parser passes over a key that is nothing, as in ": value".
            Stop(
                new Mark(0, _places[^1].Line, _places[^1].Column),
                DiagnosticCodes.Syntax,
                "this is not YAML: a key without a value, or a value without a key");
            return;
        }

        foreach (var (json, places) in frame.Merges)
        {
            Merge(frame, json, places);
        }

        _depth--;
        _json.Write((byte)(frame.IsMapping ? '}' : ']'));
        EndValue(frame.Start, frame.FirstPlace, frame.Height, frame.Anchor is null ? AnchorName.Empty : new AnchorName(frame.Anchor));
    }

    /// <summary>Notes the place of a value, with the comma before an element. Returns the offset of its first byte.</summary>
    private int BeginValue(in Mark mark)
    {
        if (_depth > 0 && _frames[_depth - 1] is { IsMapping: false, Count: > 0 })
        {
            _json.Write((byte)',');
        }

        AddPlace(mark);
        return _json.Length;
    }

    private void EndValue(int start, int firstPlace, int height, AnchorName anchor)
    {
        var range = new YamlRange(start, _json.Length, firstPlace, _places.Count, height);
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = range;
        }

        if (_depth == 0)
        {
            return;
        }

        var frame = _frames[_depth - 1];
        frame.Height = Math.Max(frame.Height, height + 1);
        frame.ExpectsKey = frame.IsMapping;
        if (frame.Merging is { } merge)
        {
            TakeMerge(frame, merge);
        }
        else
        {
            frame.Count++;
        }
    }

    private string? Tagged(Scalar scalar)
    {
        var (json, severity, problem) = YamlTags.Read(scalar.Tag.Value, scalar.Value);
        if (severity is { } known)
        {
            Report(scalar.Start, known, DiagnosticCodes.YamlTag, problem);
        }

        return json;
    }

    private void AddPlace(in Mark mark) => _places.Add(
        new YamlPlace(_json.Length, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column)));

    private void Report(in Mark mark, DiagnosticSeverity severity, string code, string message) =>
        _faults.Add(new DocumentFault(code, severity, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column), message));

    private void Stop(in Mark mark, string code, string message)
    {
        Report(mark, DiagnosticSeverity.Error, code, message);
        _stopped = true;
    }
}
