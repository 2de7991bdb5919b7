namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>The templates of a stub's response, read when the stub arrives.</summary>
/// <param name="Headers">A line for each value.</param>
/// <param name="Body">Of <c>body</c> and <c>jsonBody</c>; null: the body is in a file, or has no templates.</param>
/// <param name="FileName">Null: the body is not in a file.</param>
/// <param name="FillsFile">Whether the text of the file is a template, too.</param>
internal sealed record StubTemplates(
    IReadOnlyList<KeyValuePair<string, Template>> Headers, Template? Body, Template? FileName, bool FillsFile)
{
    /// <summary>A member of <c>transformerParameters</c>.</summary>
    public const string FileOption = "disableBodyFileTemplating";

    /// <summary>The header lines; what would end a line is a space.</summary>
    public IEnumerable<KeyValuePair<string, string>> HeadersOf(TemplateRendering rendering) => Headers.Select(
        header => new KeyValuePair<string, string>(header.Key, Line(header.Value.Render(rendering))));

    private static string Line(string value) => value.AsSpan().ContainsAny('\r', '\n', '\0')
        ? value.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ')
        : value;
}
