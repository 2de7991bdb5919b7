namespace SocialApi.Contract.Sources;

/// <summary>All files of one document: the entry and what its <c>$ref</c>s reach.</summary>
public sealed partial class DocumentSet
{
    public required SourceFile Entry { get; init; }

    /// <summary>Every file, the entry first, then in the order in which references reached them. Saving any of them reloads the document.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }
}
