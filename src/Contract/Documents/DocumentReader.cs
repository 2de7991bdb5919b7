using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>Reads one file's bytes, JSON or YAML, into a <see cref="DocumentFile"/>.</summary>
internal static class DocumentReader
{
    /// <summary>
    /// The file, or null with at least one fault of severity error. Text that begins like JSON is read as JSON and, if it is not valid
    /// JSON, as YAML; a file whose name ends in <c>.json</c> is read as JSON only.
    /// </summary>
    public static DocumentFile? Read(
        Uri uri, string displayPath, ReadOnlyMemory<byte> bytes, DocumentLimits limits, List<DocumentFault> faults)
    {
        if (!TryText(ref bytes, limits, faults))
        {
            return null;
        }

        var onlyJson = displayPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var trimmed = bytes.Span.TrimStart(" \t\r\n"u8);
        if (onlyJson || (trimmed.Length > 0 && trimmed[0] is (byte)'{' or (byte)'['))
        {
            var before = faults.Count;
            if (JsonFileParser.Parse(bytes, limits, faults) is { } root)
            {
                return File(bytes, root, JsonPositionMap.Instance);
            }

            if (onlyJson || faults[^1].Code != DiagnosticCodes.Syntax)
            {
                return null;
            }

            // A YAML flow mapping begins with a brace, too.
            faults.RemoveRange(before, faults.Count - before);
        }

        var first = faults.Count;
        if (YamlConverter.Convert(Encoding.UTF8.GetString(bytes.Span), limits, faults) is not { } yaml
            || faults.Skip(first).Any(fault => fault.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        var map = new YamlPositionMap(yaml.Places);
        if (ValueCounts.FirstBeyond(yaml.Json.Span, limits) is { } beyond)
        {
            var (line, column) = map.Locate(beyond);
            faults.Add(ValueCounts.Fault(line, column, limits));
            return null;
        }

        var document = JsonDocument.Parse(yaml.Json, new JsonDocumentOptions { MaxDepth = limits.MaxDepth + 1 });
        return File(yaml.Json, document.RootElement, map);

        DocumentFile? File(ReadOnlyMemory<byte> json, JsonElement content, PositionMap positions)
        {
            var file = new DocumentFile
            {
                Uri = uri,
                DisplayPath = displayPath,
                Text = bytes,
                Json = json,
                Root = content,
                Map = positions,
            };
            if (PointerSizes.Fault(file, limits) is not { } fault)
            {
                return file;
            }

            faults.Add(fault);
            return null;
        }
    }

    private static bool TryText(ref ReadOnlyMemory<byte> bytes, DocumentLimits limits, List<DocumentFault> faults)
    {
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
            span = bytes.Span;
        }

        if (bytes.Length > limits.MaxFileBytes)
        {
            return Fail(DiagnosticCodes.FileTooLarge, 0, 0, $"the file has {bytes.Length} bytes; the limit is {limits.MaxFileBytes}");
        }

        if (span.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return Fail(DiagnosticCodes.FileEmpty, 0, 0, "the file is empty");
        }

        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || LooksLikeUtf16(span))
        {
            return Fail(DiagnosticCodes.FileEncoding, 0, 0, "the file is UTF-16; save it as UTF-8");
        }

        if (!Utf8.IsValid(span))
        {
            var (line, column) = new LineTable(bytes).Locate(FirstInvalid(span));
            return Fail(DiagnosticCodes.FileEncoding, line, column, "the file is not UTF-8 text from here on; save it as UTF-8");
        }

        if (span.IndexOf((byte)0) is >= 0 and var zero)
        {
            var (line, column) = new LineTable(bytes).Locate(zero);
            return Fail(
                DiagnosticCodes.FileEncoding,
                line,
                column,
                "the file contains a NUL character, so it is not text; a document is JSON or YAML");
        }

        return true;

        bool Fail(string code, int line, int column, string message)
        {
            faults.Add(new DocumentFault(code, DiagnosticSeverity.Error, line, column, message));
            return false;
        }
    }

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> span) =>
        span.Length >= 4
        && ((span[0] == 0 && span[2] == 0 && span[1] != 0 && span[3] != 0)
            || (span[1] == 0 && span[3] == 0 && span[0] != 0 && span[2] != 0));

    private static int FirstInvalid(ReadOnlySpan<byte> span)
    {
        var at = 0;
        while (at < span.Length && Rune.DecodeFromUtf8(span[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
