namespace SocialContract.Architecture;

/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    /// <summary>The code without comments, each line with its number from 1. Block comments are not used in this repository.</summary>
    public IEnumerable<(int Number, string Code)> Code => Lines
        .Select((line, index) => (index + 1, line))
        .Where(line => !line.line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>The file-scoped namespace, or null where there is none: top-level statements.</summary>
    public string? Namespace => Lines
        .Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
        .Select(line => line["namespace ".Length..].TrimEnd(';', ' '))
        .FirstOrDefault();
}
