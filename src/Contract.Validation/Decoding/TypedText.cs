using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>Writes the text of a parameter or form field as a JSON value that the schema allows.</summary>
/// <remarks>
/// A listed value with that text takes precedence. If the schema allows any text, the value is a string: <c>7</c> for <c>type: [string,
/// integer]</c> is <c>"7"</c>. Else a JSON number, <c>true</c>, <c>false</c> or <c>null</c> stays as written, and any other text is a
/// string, so that <c>abc</c> for an integer is reported as a string.
/// </remarks>
internal static class TypedText
{
    public static void Append(ValueShape shape, ReadOnlySpan<byte> utf8, ByteBuffer json)
    {
        if (Listed(shape, utf8) is { } listed)
        {
            json.Append(listed.Json);
        }
        else if (!shape.AllowsAnyText && IsLiteral(shape, utf8))
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
            if (utf8.SequenceEqual(listed.Text))
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

    private static bool IsLiteral(ValueShape shape, ReadOnlySpan<byte> utf8) =>
        (shape.Allows(ValueTypes.Number) && JsonNumber.IsNumber(utf8))
        || (shape.Allows(ValueTypes.Boolean) && (utf8.SequenceEqual("true"u8) || utf8.SequenceEqual("false"u8)))
        || (shape.Allows(ValueTypes.Null) && utf8.SequenceEqual("null"u8));
}
