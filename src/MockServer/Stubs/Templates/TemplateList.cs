using System.Globalization;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>A list in a template.</summary>
/// <param name="text">How it is written.</param>
internal sealed class TemplateList(IReadOnlyList<object?> items, Func<IReadOnlyList<object?>, string> text)
{
    /// <summary>How large and how deeply nested it is.</summary>
    public TemplateExtent Extent { get; } = TemplateExtent.Of(items);

    public IReadOnlyList<object?> Items => items;

    /// <summary>Values by name, besides those by number: the variables of a path; null: none.</summary>
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <summary>Written as Java writes a List: <c>[a, b]</c>.</summary>
    public static TemplateList Of(IReadOnlyList<object?> items) =>
        new(items, all => $"[{string.Join(", ", all.Select(TemplateObject.JavaText))}]");

    /// <summary>The values of a header, a parameter or a cookie: written as the first.</summary>
    public static TemplateList OfValues(IEnumerable<string?> values) => new([.. values], all => TemplateValues.TextOf(all[0]));

    /// <summary>A result of a JSON path, written as JSON.</summary>
    public static TemplateList OfJson(IReadOnlyList<object?> items) =>
        new(items, all => TemplateJson.Compact(Of(all)).Replace("/", "\\/", StringComparison.Ordinal));

    /// <summary>The item of an index, or one that a name means.</summary>
    public object? Find(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? items.ElementAtOrDefault(index)
        : Names?.GetValueOrDefault(name) is { } named ? named
        : name switch
        {
            "first" => items is [var first, ..] ? first : null,
            "last" => items is [.., var last] ? last : null,
            "size" or "length" => (decimal)items.Count,
            _ => null,
        };

    public override string ToString() => text(items);
}
