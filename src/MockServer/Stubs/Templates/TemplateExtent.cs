namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>
/// How long the text of a value would be, and how deeply it is nested: a list that holds itself twice doubles with each step, and its text
/// is bounded before it is made.
/// </summary>
/// <param name="Characters">Nearly.</param>
internal readonly record struct TemplateExtent(long Characters, int Depth)
{
    private const long MaxCharacters = 32L * 1024 * 1024;
    private const int MaxDepth = 300;
    private const int OfNumber = 20;

    /// <exception cref="TemplateException">It is larger, or nested more deeply, than a value may be.</exception>
    public static TemplateExtent Of(IReadOnlyList<object?> items)
    {
        var extent = new TemplateExtent(0, 0);
        for (var index = 0; index < items.Count; index++)
        {
            extent = extent.With(items[index]);
        }

        return extent;
    }

    /// <exception cref="TemplateException">It is larger, or nested more deeply, than a value may be.</exception>
    public TemplateExtent With(object? item)
    {
        var inner = item switch
        {
            TemplateList list => list.Extent,
            TemplateObject members => members.Extent,
            string text => new(text.Length, 0),
            _ => new TemplateExtent(OfNumber, 0),
        };
        var (characters, depth) = (Characters + inner.Characters + 2, Math.Max(Depth, inner.Depth + 1));
        return characters <= MaxCharacters && depth <= MaxDepth
            ? new(characters, depth)
            : throw new TemplateException($"a value has more than {MaxCharacters} characters, or is nested more than {MaxDepth} deep");
    }
}
