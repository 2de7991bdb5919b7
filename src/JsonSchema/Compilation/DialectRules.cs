namespace SocialContract.JsonSchema.Compilation;

/// <summary>Rules in which the drafts differ besides their keywords.</summary>
[Flags]
internal enum DialectRules
{
    None = 0,

    /// <summary>Up to draft 7.</summary>
    RefReplacesSiblings = 1,

    /// <summary>Since draft 6.</summary>
    BooleanSchemas = 2,

    /// <summary>Since 2019-09.</summary>
    UnknownAreAnnotations = 4,
}
