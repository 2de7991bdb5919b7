namespace SocialContract.Contract.Reading.Grammar;

/// <summary>The expected form of a value of the document.</summary>
internal abstract record Shape
{
    private Shape()
    {
    }

    public static Shape Anything { get; } = new Any();

    public static Shape Flag { get; } = new Boolean();

    public static Shape Whole { get; } = new Integer();

    public static Shape Schema { get; } = new SchemaObject();

    public static Shape Words { get; } = new List(new Text([]));

    /// <summary>Text; one of the allowed values if there are any.</summary>
    public static Shape OneOf(params string[] allowed) => new Text(allowed);

    public static Shape ListOf(Shape item) => new List(item);

    public static Shape MapOf(Shape value, KeyRule keys = KeyRule.Free) => new Map(value, keys);

    /// <summary>An object of OpenAPI. Its table is looked up late, because the tables refer to each other.</summary>
    public static Shape Of(Func<ObjectGrammar?> grammar) => new Object(grammar);

    /// <summary>An object of OpenAPI, or a Reference Object to such an object (OpenAPI 3.1, section 4.8.23).</summary>
    public static Shape OrReference(Func<ObjectGrammar?> grammar) => new Object(grammar) { MayBeReference = true };

    internal sealed record Any : Shape;

    internal sealed record Boolean : Shape;

    internal sealed record Integer : Shape;

    internal sealed record Text(string[] Allowed) : Shape;

    internal sealed record List(Shape Item) : Shape;

    internal sealed record Map(Shape Value, KeyRule Keys) : Shape;

    internal sealed record SchemaObject : Shape;

    internal sealed record Object(Func<ObjectGrammar?> Late) : Shape
    {
        public bool MayBeReference { get; init; }

        /// <summary>The table; available once all tables have been made.</summary>
        public ObjectGrammar Grammar() => Late()!;
    }
}

/// <summary>The expected form of the keys of a map.</summary>
internal enum KeyRule
{
    Free,

    /// <summary><c>^[a-zA-Z0-9._-]+$</c> (OpenAPI 3.1, section 4.8.7.1). The errors of each entry are kept apart.</summary>
    Component,

    /// <summary>A media type or a media type range (RFC 7231, appendix D).</summary>
    MediaType,

    /// <summary>A path template that begins with a slash (section 4.8.8).</summary>
    Path,

    /// <summary>A status, a range of them, or <c>default</c> (section 4.8.16).</summary>
    Status,

    /// <summary>The name of a security scheme of the description (section 4.8.30).</summary>
    SecurityScheme,
}
