using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialContract.Contract.Documents;

/// <summary>
/// Converts the document of a YAML stream into JSON, event by event, without a tree of nodes and without recursion. The values that aliases
/// and merge keys name are copied as bytes, within limits.
/// </summary>
internal sealed class YamlConverter
{
    private readonly YamlOutput _output;
    private readonly YamlAnchors _anchors;
    private readonly YamlStructure _structure;

    private YamlConverter(int size, DocumentLimits limits, List<DocumentFault> faults)
    {
        _output = new YamlOutput(size + (size / 4), limits, faults);
        _anchors = new YamlAnchors(_output);
        _structure = new YamlStructure(limits, _output, _anchors);
    }

    /// <summary>The JSON and the places of its values; null if a fault ended the conversion. Faults are added in document order.</summary>
    public static (ReadOnlyMemory<byte> Json, YamlPlace[] Places)? Convert(string text, DocumentLimits limits, List<DocumentFault> faults)
    {
        var converter = new YamlConverter(text.Length, limits, faults);
        converter.Run(new Parser(new StringReader(text)), text);
        return converter._output.IsStopped ? null : (converter._output.Json.ToMemory(), [.. converter._output.Places]);
    }

    private void Run(Parser parser, string text)
    {
        var documents = 0;
        while (!_output.IsStopped && MoveNext(parser, text))
        {
            switch (parser.Current)
            {
                case DocumentStart start when ++documents > 1:
                    _output.Stop(
                        start.Start,
                        DiagnosticCodes.YamlDocuments,
                        "a second YAML document begins here; a file holds one document, so remove it or put it in a file of its own");
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
                    _structure.Close();
                    break;
                case AnchorAlias alias:
                    OnAlias(alias);
                    break;
            }
        }

        if (documents == 0 && !_output.IsStopped)
        {
            _output.Stop(Mark.Empty, DiagnosticCodes.FileEmpty, "the file contains only comments or white space");
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
            _output.Stop(new Mark(0, line, column), DiagnosticCodes.Syntax, message);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException
            or FormatException or OverflowException or NullReferenceException)
        {
            // YamlDotNet 18.1 itself fails on some malformed texts.
            _output.Stop(parser.Current?.End ?? Mark.Empty, DiagnosticCodes.Syntax, "this is not YAML from here on");
        }

        return false;
    }

    private void OnScalar(Scalar scalar)
    {
        if (_structure.KeyFrame is { } frame)
        {
            OnKey(frame, scalar);
            return;
        }

        var start = _structure.BeginValue(scalar.Start);
        var plain = scalar.Style == ScalarStyle.Plain;
        var json = scalar.Tag.IsEmpty ? plain ? YamlScalar.ToJson(scalar.Value) : null : Tagged(scalar);
        if (json is null)
        {
            if (plain && scalar.Tag.IsEmpty && YamlScalar.IsNotFinite(scalar.Value))
            {
                _output.Report(
                    scalar.Start,
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.YamlNumber,
                    $"JSON has no number {Shortened.Name(scalar.Value)}; write a finite number, or quote it if it is text");
            }

            _output.Json.WriteString(scalar.Value);
        }
        else
        {
            _output.Json.WriteAscii(json);
        }

        _structure.EndValue(start, _output.Places.Count - 1, height: 0, scalar.Anchor);
    }

    private void OnKey(YamlFrame frame, Scalar scalar)
    {
        frame.ExpectsKey = false;
        if (scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty && scalar.Value == "<<")
        {
            _output.Report(
                scalar.Start,
                DiagnosticSeverity.Warning,
                DiagnosticCodes.YamlMerge,
                "the merge key << is not part of YAML 1.2, and other tools may read it as a member; "
                    + "write the members out, or use $ref or allOf");
            _structure.BeginMerge(frame);
            return;
        }

        _structure.WriteName(frame, scalar.Value, scalar.Start);
        var place = _output.Places.Count - 1;
        _anchors.End(scalar.Anchor, new YamlRange(_output.Places[place].Offset, _output.Json.Length - 1, place, place + 1, 0));
    }

    private void OnAlias(AnchorAlias alias)
    {
        if (_anchors.Find(alias) is not { } range)
        {
            return;
        }

        if (_structure.KeyFrame is { } frame)
        {
            OnAliasedKey(frame, alias, range);
            return;
        }

        if (!_structure.Fits(range.Height, alias.Start, $"with *{Shortened.Name(alias.Value.Value)} expanded, values nest"))
        {
            return;
        }

        var json = _output.Json.Slice(range.Start, range.End).ToArray();
        var places = _output.PlacesFrom(range.FirstPlace + 1, range.LastPlace, range.Start);
        var start = _structure.BeginValue(alias.Start);
        var firstPlace = _output.Places.Count - 1;
        if (_output.Copy(json, places, alias.Start))
        {
            _structure.EndValue(start, firstPlace, range.Height, AnchorName.Empty);
        }
    }

    private void OnAliasedKey(YamlFrame frame, AnchorAlias alias, YamlRange range)
    {
        frame.ExpectsKey = false;
        var value = JsonSerializer.Deserialize<JsonElement>(_output.Json.Slice(range.Start, range.End));
        if (value.ValueKind == JsonValueKind.String)
        {
            _structure.WriteName(frame, value.GetString()!, alias.Start);
        }
        else
        {
            _output.Stop(
                alias.Start,
                DiagnosticCodes.YamlKey,
                $"the alias *{Shortened.Name(alias.Value.Value)} names a value that is not text, so it cannot be a key");
        }
    }

    private void Open(NodeEvent node, TagName tag, string expected, bool isMapping)
    {
        if (_structure.KeyFrame is not null)
        {
            _output.Stop(
                node.Start,
                DiagnosticCodes.YamlKey,
                "a key of this mapping is itself a mapping or a list; names in JSON are text, so write a plain or quoted key");
            return;
        }

        if (!tag.IsEmpty && tag.Value != expected)
        {
            _output.Report(
                node.Start,
                DiagnosticSeverity.Error,
                DiagnosticCodes.YamlTag,
                $"the tag {Shortened.Name(tag.Value)} has no meaning in JSON; remove it");
        }

        _structure.Open(node, isMapping);
    }

    private string? Tagged(Scalar scalar)
    {
        var (json, severity, problem) = YamlTags.Read(scalar.Tag.Value, scalar.Value);
        if (severity is { } reported)
        {
            _output.Report(scalar.Start, reported, DiagnosticCodes.YamlTag, problem);
        }

        return json;
    }
}
