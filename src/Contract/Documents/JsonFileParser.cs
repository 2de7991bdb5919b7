using System.Text;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>Parses a JSON file in place; reports invalid JSON and duplicate member names with their positions.</summary>
internal static class JsonFileParser
{
    /// <summary>The root, which uses the same bytes; null with faults. RFC 8259: comments and trailing commas are faults.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8, DocumentLimits limits, List<DocumentFault> faults)
    {
        if (ValueCounts.FirstBeyond(utf8.Span, limits) is { } beyond)
        {
            var (line, column) = new LineTable(utf8).Locate(beyond);
            faults.Add(ValueCounts.Fault(line, column, limits));
            return null;
        }

        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = limits.MaxDepth, AllowDuplicateProperties = false })
                .RootElement;
        }
        catch (JsonException)
        {
            var before = faults.Count;
            Explain(utf8, limits, faults);
            if (faults.Count == before)
            {
                throw;
            }

            return null;
        }
    }

    /// <summary>Reads the text again, slowly, to report every duplicate name before the first syntax error, and that error.</summary>
    private static void Explain(ReadOnlyMemory<byte> utf8, DocumentLimits limits, List<DocumentFault> faults)
    {
        var lines = new LineTable(utf8);
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        var names = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        names.Push(new HashSet<string>(StringComparer.Ordinal));
                        break;
                    case JsonTokenType.EndObject:
                        names.Pop();
                        break;
                    case JsonTokenType.PropertyName when !names.Peek().Add(reader.GetString()!):
                        Add(
                            DiagnosticCodes.DuplicateName,
                            (int)reader.TokenStartIndex,
                            $"the name \"{Shortened.Name(reader.GetString()!)}\" appears twice in this object; "
                                + "remove or rename one of them");
                        break;
                }
            }
        }
        catch (InvalidOperationException)
        {
            Add(DiagnosticCodes.Syntax, (int)reader.TokenStartIndex, "this is not JSON: a name contains half of a surrogate pair");
        }
        catch (JsonException fault) when (
            reader.CurrentDepth >= limits.MaxDepth - 1 && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            Add(DiagnosticCodes.TooDeep, OffsetOf(fault), $"values nest more than {limits.MaxDepth} levels deep here");
        }
        catch (JsonException fault)
        {
            Add(DiagnosticCodes.Syntax, OffsetOf(fault), $"this is not JSON: {Reason(fault)}");
        }

        int OffsetOf(JsonException fault)
        {
            // The reader counts only LF as a line break.
            var offset = 0;
            for (var line = fault.LineNumber ?? 0; line > 0; line--)
            {
                offset += utf8.Span[offset..].IndexOf((byte)'\n') + 1;
            }

            return offset + (int)(fault.BytePositionInLine ?? 0);
        }

        void Add(string code, int offset, string message)
        {
            var (line, column) = lines.Locate(Math.Min(offset, utf8.Length));
            faults.Add(new DocumentFault(code, DiagnosticSeverity.Error, line, column, message));
        }
    }

    /// <summary>The reader's sentence without the position and the advice for programmers that follow it.</summary>
    private static string Reason(JsonException fault)
    {
        var text = fault.Message;
        foreach (var end in (string[])[" Path:", " LineNumber:", " Change the reader options"])
        {
            var at = text.IndexOf(end, StringComparison.Ordinal);
            text = at < 0 ? text : text[..at];
        }

        text = text.TrimEnd('.', ' ');
        return new StringBuilder(text).Replace(text[..1], text[..1].ToLowerInvariant(), 0, 1).ToString();
    }
}
