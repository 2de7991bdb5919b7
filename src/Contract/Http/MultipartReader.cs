using System.Text;

namespace SocialContract.Contract.Http;

/// <summary>
/// Divides <c>multipart/form-data</c> (RFC 7578, RFC 2046 section 5.1) in memory. Line feeds without carriage returns are accepted; parts
/// without a name, a missing end, and exceeded limits are faults.
/// </summary>
internal static class MultipartReader
{
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxBoundaryLength = 200;

    /// <summary>Adds the parts. Returns null, or what is wrong.</summary>
    /// <param name="parts">Also receives the parts before a fault.</param>
    public static string? Read(ReadOnlySpan<byte> body, ReadOnlySpan<char> boundary, int maxParts, List<MultipartPart> parts)
    {
        if (boundary.IsEmpty || boundary.Length > MaxBoundaryLength)
        {
            return "a Content-Type without a usable boundary";
        }

        var delimiter = Encoding.Latin1.GetBytes($"--{boundary}");
        var at = Start(body, delimiter);
        if (at < 0)
        {
            return $"no line with the boundary --{boundary}";
        }

        while (true)
        {
            at += delimiter.Length;
            if (body[at..].StartsWith("--"u8))
            {
                return null;
            }

            at = AfterLine(body, at);
            if (at < 0)
            {
                return "a boundary with nothing after it";
            }

            if (parts.Count == maxParts)
            {
                return $"more than {maxParts} parts";
            }

            var end = Next(body, at, delimiter, out var contentEnd);
            if (end < 0)
            {
                return $"no closing boundary --{boundary}--";
            }

            if (ReadPart(body, at, Math.Max(at, contentEnd), parts) is { } fault)
            {
                return fault;
            }

            at = end;
        }
    }

    /// <summary>The first delimiter at the start of a line; the text before it is a preamble.</summary>
    private static int Start(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter) =>
        body.StartsWith(delimiter) ? 0 : Next(body, 0, delimiter, out _);

    /// <summary>The next delimiter at the start of a line; the line break before it belongs to it.</summary>
    private static int Next(ReadOnlySpan<byte> body, int from, ReadOnlySpan<byte> delimiter, out int contentEnd)
    {
        var at = from;
        while (true)
        {
            var found = body[at..].IndexOf(delimiter);
            contentEnd = -1;
            if (found < 0)
            {
                return -1;
            }

            found += at;
            if (found == from)
            {
                contentEnd = found;
                return found;
            }

            if (found > 0 && body[found - 1] == '\n')
            {
                contentEnd = found - (found > 1 && body[found - 2] == '\r' ? 2 : 1);
                return found;
            }

            at = found + 1;
        }
    }

    private static int AfterLine(ReadOnlySpan<byte> body, int at)
    {
        var feed = body[at..].IndexOf((byte)'\n');
        return feed < 0 || body.Slice(at, feed).ContainsAnyExcept(" \t\r"u8) ? -1 : at + feed + 1;
    }

    private static string? ReadPart(ReadOnlySpan<byte> body, int start, int end, List<MultipartPart> parts)
    {
        string? name = null, fileName = null, contentType = null;
        var at = start;
        while (true)
        {
            var feed = body[at..Math.Min(end, at + MaxHeaderBytes)].IndexOf((byte)'\n');
            if (feed < 0)
            {
                return "a part whose headers do not end";
            }

            var line = Encoding.UTF8.GetString(body.Slice(at, feed)).TrimEnd('\r');
            at += feed + 1;
            if (line.Length == 0)
            {
                break;
            }

            if (at - start > MaxHeaderBytes)
            {
                return $"a part with more than {MaxHeaderBytes} bytes of headers";
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : line[(colon + 1)..].Trim();
            switch (colon < 0 ? "" : line[..colon].Trim().ToLowerInvariant())
            {
                case "content-disposition":
                    name = DispositionParameter.Find(value, "name");
                    fileName = DispositionParameter.Find(value, "filename");
                    break;
                case "content-type":
                    contentType = value;
                    break;
            }
        }

        if (name is null)
        {
            return "a part without a name in its Content-Disposition";
        }

        parts.Add(new MultipartPart(name, fileName, contentType, at, end - at) { HeadStart = start });
        return null;
    }
}

/// <summary>A part of a multipart form.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="FileName">Null if it is not a file.</param>
/// <param name="ContentType">Null if it is missing.</param>
/// <param name="Start">The position of its content in the body. Bytes.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct MultipartPart(string Name, string? FileName, string? ContentType, int Start, int Length)
{
    /// <summary>The position of its header lines, which end where the content starts.</summary>
    public int HeadStart { get; init; }
}
