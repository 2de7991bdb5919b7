namespace SocialContract.Contract.Reading.Grammar;

/// <summary>What a value of the document has to look like.</summary>
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

    /// <summary>Text, one of the allowed where any are given.</summary>
    public static Shape OneOf(params string[] allowed) => new Text(allowed);

    public static Shape ListOf(Shape item) => new List(item);

    public static Shape MapOf(Shape value, KeyRule keys = KeyRule.Free) => new Map(value, keys);

    /// <summary>An object of OpenAPI; the table is looked up late, for the tables refer to each other.</summary>
    public static Shape Of(Func<ObjectGrammar?> grammar) => new Object(grammar);

    /// <summary>The same, or a Reference Object to one (OpenAPI 3.1, section 4.8.23).</summary>
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

        /// <summary>The table; there is one as soon as all tables are made.</summary>
        public ObjectGrammar Grammar() => Late()!;
    }
}
