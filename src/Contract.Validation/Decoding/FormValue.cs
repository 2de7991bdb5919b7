namespace SocialContract.Contract.Validation.Decoding;

/// <summary>The value of a form field.</summary>
/// <param name="Kind">How its bytes are read.</param>
/// <param name="Bytes">UTF-8: the decoded text, or JSON.</param>
internal readonly record struct FormValue(FormValueKind Kind, byte[] Bytes)
{
    /// <summary>A name without an equals sign: null, as Rack reads it.</summary>
    public static FormValue Null { get; } = new(FormValueKind.Json, "null"u8.ToArray());

    public static FormValue OfText(ReadOnlySpan<byte> utf8) => new(FormValueKind.Text, utf8.ToArray());
}

internal enum FormValueKind
{
    /// <summary>Text whose type depends on the schema.</summary>
    Text,

    /// <summary>Text that is always a string: a file's content.</summary>
    Verbatim,

    /// <summary>Well-formed JSON.</summary>
    Json,
}
