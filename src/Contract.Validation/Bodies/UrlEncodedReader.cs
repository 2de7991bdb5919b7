using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> (WHATWG URL, section 5.1); brackets in field names are read as in Rails. Always UTF-8;
/// invalid escapes are faults.
/// </summary>
internal static class UrlEncodedReader
{
    /// <summary>Writes the form as a JSON object. Returns null, or what is wrong with it.</summary>
    public static string? Read(ReadOnlySpan<byte> body, BodyContent content, in BodyBounds bounds, MessageScratch scratch)
    {
        var tree = new FormTree(bounds.Json.MaxDepth);
        var fields = 0;
        for (var start = 0; start < body.Length;)
        {
            var pair = NameValuePair.At(body, start, "&"u8);
            start = pair.End + 1;
            if (pair.IsEmpty)
            {
                continue;
            }

            if (++fields > bounds.MaxFormFields)
            {
                return $"more than {bounds.MaxFormFields} fields";
            }

            if (AddField(body, pair, content, tree, scratch) is { } fault)
            {
                return fault;
            }
        }

        tree.Write(content.Shape, scratch.Json);
        return null;
    }

    private static string? AddField(
        ReadOnlySpan<byte> body, in NameValuePair pair, BodyContent content, FormTree tree, MessageScratch scratch)
    {
        var start = scratch.Text.Length;
        if (!PercentDecoder.TryDecode(pair.Name(body), plusIsSpace: true, scratch.Text))
        {
            return "a field name with bad percent-encoding";
        }

        var name = content.Fields.Bracketed(Encoding.UTF8.GetString(scratch.Text.Written[start..]));
        scratch.Text.Truncate(start);
        if (!pair.HasValue)
        {
            return tree.Add(name, FormValue.Null);
        }

        var value = Value(name, pair.Value(body), content, scratch, out var fault);
        scratch.Text.Truncate(start);
        return fault ?? tree.Add(name, value);
    }

    private static FormValue Value(string name, ReadOnlySpan<byte> raw, BodyContent content, MessageScratch scratch, out string? fault)
    {
        if (content.Fields.Delimited(name) is { } decoder)
        {
            var json = new ByteBuffer();
            fault = decoder.Decode(Encoding.Latin1.GetString(raw), scratch.Text, json) is { } expected
                ? $"{Shortened.Name(name)}: not {expected}"
                : null;
            return new FormValue(FormValueKind.Json, json.Written.ToArray());
        }

        var start = scratch.Text.Length;
        if (!PercentDecoder.TryDecode(raw, plusIsSpace: true, scratch.Text))
        {
            fault = $"{Shortened.Name(name)}: a value with bad percent-encoding";
            return default;
        }

        var text = FormValue.OfText(scratch.Text.Written[start..]);
        fault = null;
        return content.Fields.IsJson(name) ? FieldJson.Of(name, text.Bytes, out fault) : text;
    }
}
