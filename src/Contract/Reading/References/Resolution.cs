using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>The result of looking up a reference.</summary>
internal abstract record Resolution
{
    private Resolution()
    {
    }

    /// <summary>The place that the reference names.</summary>
    internal sealed record Found(DocumentNode Target) : Resolution;

    /// <summary>The reference has no target; the message is for a diagnostic.</summary>
    internal sealed record Failed(string Code, string Message, string? Nearest = null) : Resolution;

    /// <summary>Only the schema compiler can tell: inside a schema with an <c>$id</c> it knows more names than the files have.</summary>
    internal sealed record LeftToCompiler : Resolution;
}
