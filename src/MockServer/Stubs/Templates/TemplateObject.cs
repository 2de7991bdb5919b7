namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Members by name, in order.</summary>
/// <param name="isJson">Whether it is written as JSON: the result of a JSON path. Otherwise as Java writes a Map.</param>
internal sealed class TemplateObject(IEqualityComparer<string>? names = null, bool isJson = false)
{
    private readonly OrderedDictionary<string, object?> _members = new(names ?? StringComparer.Ordinal);

    public int Count => _members.Count;

    /// <summary>How large and how deeply nested it is.</summary>
    public TemplateExtent Extent { get; private set; }

    public IEnumerable<KeyValuePair<string, object?>> Members =>
        _members.Select(member => new KeyValuePair<string, object?>(member.Key, Find(member.Key)));

    public TemplateObject With(string name, object? value)
    {
        _members[name] = value;
        Extent = Extent.With(value);
        return this;
    }

    /// <summary>A member that is made when it is first read.</summary>
    public TemplateObject With(string name, Func<object?> value) => With(name, new Lazy<object?>(value));

    public bool Contains(string name) => _members.ContainsKey(name);

    public object? Find(string name) => _members.TryGetValue(name, out var value) ? value is Lazy<object?> lazy ? lazy.Value : value : null;

    public override string ToString() => isJson
        ? TemplateJson.Pretty(this)
        : $"{{{string.Join(", ", Members.Select(member => $"{member.Key}={JavaText(member.Value)}"))}}}";

    /// <summary>As Java writes the value inside another.</summary>
    internal static string JavaText(object? value) => value is null ? "null" : TemplateValues.TextOf(value);
}
