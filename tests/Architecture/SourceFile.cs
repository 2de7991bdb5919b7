namespace SocialContract.Architecture;

/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    /// <summary>The code without comments, each line with its number from 1. Block comments are not used in this repository.</summary>
    public IEnumerable<(int Number, string Code)> Code => Lines
        .Select((line, index) => (index + 1, line))
        .Where(line => !line.line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>
    /// Lines with their numbers from 1, without those of raw string literals of several lines: they are data, such as a document.
    /// </summary>
    public IEnumerable<(int Number, string Text)> LinesOutsideText
    {
        get
        {
            var isText = false;
            for (var index = 0; index < Lines.Count; index++)
            {
                var wasText = isText;
                isText ^= Lines[index].Split("\"\"\"").Length % 2 == 0;
                if (!wasText)
                {
                    yield return (index + 1, Lines[index]);
                }
            }
        }
    }

    /// <summary>The file-scoped namespace, or null where there is none: top-level statements.</summary>
    public string? Namespace => Lines
        .Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
        .Select(line => line["namespace ".Length..].TrimEnd(';', ' '))
        .FirstOrDefault();
}
