using System.Text;
using System.Text.Unicode;
using SocialContract.Contract.Http;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>Decodes a body to JSON.</summary>
internal static class BodyDecoder
{
    /// <summary>Reads a body. Returns null, or what is wrong with it.</summary>
    /// <param name="contentType">As sent; empty if it is missing.</param>
    /// <param name="instance">The body as JSON; null if bodies of its format are not decoded, or if it is faulty.</param>
    public static string? Decode(
        BodyContent content,
        BodyFormat format,
        string contentType,
        ReadOnlyMemory<byte> bytes,
        in BodyBounds bounds,
        MessageScratch scratch,
        out JsonInstance? instance)
    {
        instance = null;
        if (bytes.Length > bounds.Json.MaxBytes)
        {
            return $"{bytes.Length} bytes, more than {bounds.Json.MaxBytes}";
        }

        var start = scratch.Json.Length;
        switch (format)
        {
            case BodyFormat.Json:
                return JsonInstance.TryParse(bytes, bounds.Json, out instance, out var fault) ? null : Describe(fault);
            case BodyFormat.UrlEncodedForm when UrlEncodedReader.Read(bytes.Span, content, bounds, scratch) is { } wrong:
                return wrong;
            case BodyFormat.MultipartForm when MultipartFormReader.Read(bytes, contentType, content, bounds, scratch) is { } wrong:
                return wrong;
            case BodyFormat.Text when !IsText(bytes.Span, contentType, content, scratch):
                return "bytes that are not UTF-8";
            case BodyFormat.Binary when IsFile(content.Shape) || !IsText(bytes.Span, "", content, scratch):
            case BodyFormat.Opaque:
                return null;
        }

        // The decoded body is valid JSON, but it may be larger or deeper than the limits allow.
        var limits = bounds.Json with { MaxBytes = int.MaxValue };
        ReadingChoice.Settle(content.Schema, scratch.Json, start, limits);
        return JsonInstance.TryParse(scratch.Json.Since(start), limits, out instance, out var limit) ? null : limit.Message;
    }

    /// <summary>What a format requires, for messages.</summary>
    public static string Expected(BodyFormat format) => format switch
    {
        BodyFormat.Json => "well-formed JSON",
        BodyFormat.UrlEncodedForm or BodyFormat.MultipartForm => "a well-formed form",
        _ => "text",
    };

    public static bool TakesCharset(ReadOnlySpan<char> contentType) =>
        !MediaTypeName.TryParse(contentType, out var name) || !name.TryGetParameter("charset", out var charset)
        || Is(charset, "utf-8") || Is(charset, "utf8") || Is(charset, "us-ascii") || Is(charset, "ascii") || IsLatin1(charset);

    /// <summary>A fault as a part of a sentence.</summary>
    private static string Describe(in JsonFault fault) => $"a fault at line {fault.Line}, column {fault.Column}: {Clause(fault.Message)}";

    private static string Clause(string sentence) => $"{sentence[..1].ToLowerInvariant()}{sentence[1..].TrimEnd('.')}";

    /// <summary>Writes text as a value of a type that its schema allows.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> contentType, BodyContent content, MessageScratch scratch)
    {
        if (MediaTypeName.TryParse(contentType, out var name) && name.TryGetParameter("charset", out var charset) && IsLatin1(charset))
        {
            bytes = Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes));
        }

        if (!Utf8.IsValid(bytes))
        {
            return false;
        }

        TypedText.Append(content.Shape, bytes, scratch.Json);
        return true;
    }

    private static bool IsFile(ValueShape shape) => shape.IsBinary || !shape.Allows(ValueTypes.String);

    private static bool IsLatin1(ReadOnlySpan<char> charset) => Is(charset, "iso-8859-1") || Is(charset, "latin1");

    private static bool Is(ReadOnlySpan<char> charset, ReadOnlySpan<char> name) => charset.Equals(name, StringComparison.OrdinalIgnoreCase);
}
