using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>Writes the text of a parameter or form field as a JSON value that the schema allows.</summary>
/// <remarks>
/// A listed value with that text takes precedence. If the schema allows any text, the value is a string: <c>7</c> for <c>type: [string,
/// integer]</c> is <c>"7"</c>. Else a JSON number, <c>true</c>, <c>false</c> or <c>null</c> stays as written, and any other text is a
/// string, so that <c>abc</c> for an integer is reported as a string. If the schema names several types for the text, and the value
/// proves invalid, <see cref="ReadingChoice"/> tries the other reading.
/// </remarks>
internal static class TypedText
{
    public static void Append(ValueShape shape, ReadOnlySpan<byte> utf8, ByteBuffer json)
    {
        var start = json.Length;
        AppendPreferred(shape, utf8, json);
        if (MayBeOther(shape, utf8, isString: json.Written[start] == '"') && json.Length - start is var length
            && (length == utf8.Length || length == utf8.Length + 2))
        {
            json.Open.Add((start, length));
        }
    }

    private static void AppendPreferred(ValueShape shape, ReadOnlySpan<byte> utf8, ByteBuffer json)
    {
        if (Listed(shape, utf8) is { } listed)
        {
            json.Append(listed.Json);
        }
        else if (!shape.AllowsAnyText && IsLiteral(shape.Types, utf8))
        {
            json.Append(utf8);
        }
        else
        {
            json.AppendString(utf8);
        }
    }

    private static ListedValue? Listed(ValueShape shape, ReadOnlySpan<byte> utf8)
    {
        ListedValue? other = null;
        for (var i = 0; i < shape.Listed.Count; i++)
        {
            var listed = shape.Listed[i];
            if (listed.HasText(utf8))
            {
                if (listed.IsString)
                {
                    return listed;
                }

                other ??= listed;
            }
        }

        return shape.AllowsAnyText ? null : other;
    }

    /// <summary>Whether the schema names a type by which the text is another value than the preferred one.</summary>
    private static bool MayBeOther(ValueShape shape, ReadOnlySpan<byte> utf8, bool isString) =>
        (shape.Candidates & ValueTypes.Scalar) is var types and not ValueTypes.None and not ValueTypes.String
        && (isString || (types & ValueTypes.String) != 0)
        && IsLiteral(isString ? types : ValueTypes.Scalar, utf8);

    private static bool IsLiteral(ValueTypes types, ReadOnlySpan<byte> utf8) =>
        ((types & ValueTypes.Number) != 0 && JsonNumber.IsNumber(utf8))
        || ((types & ValueTypes.Boolean) != 0 && (utf8.SequenceEqual("true"u8) || utf8.SequenceEqual("false"u8)))
        || ((types & ValueTypes.Null) != 0 && utf8.SequenceEqual("null"u8));
}
