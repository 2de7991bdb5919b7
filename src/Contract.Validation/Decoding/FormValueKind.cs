namespace SocialContract.Contract.Validation.Decoding;

internal enum FormValueKind
{
    /// <summary>Text that the schema gives a type.</summary>
    Text,

    /// <summary>Text that stays a string whatever it looks like: a file's content.</summary>
    Verbatim,

    /// <summary>Well-formed JSON.</summary>
    Json,
}
