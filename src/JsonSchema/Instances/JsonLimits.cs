namespace SocialContract.JsonSchema.Instances;

/// <summary>What an untrusted JSON text may cost before it is refused.</summary>
/// <param name="MaxDepth">The number of nested arrays and objects; a deeper text is a <see cref="JsonFaultKind.Depth"/> fault.</param>
/// <param name="MaxBytes">Length of the text in bytes of UTF-8; a longer one is a <see cref="JsonFaultKind.Size"/> fault.</param>
/// <param name="AllowDuplicateNames">
/// Whether an object may have two members of one name. True: the last one wins, as in most servers, and the earlier ones are not part of
/// the instance. False: a <see cref="JsonFaultKind.DuplicateName"/> fault (RFC 8259 section 4 leaves the meaning open).
/// </param>
public sealed record JsonLimits(int MaxDepth = 64, int MaxBytes = 10 * 1024 * 1024, bool AllowDuplicateNames = false)
{
    public static JsonLimits Default { get; } = new();
}
