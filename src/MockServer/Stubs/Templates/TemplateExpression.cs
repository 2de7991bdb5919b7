namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>A value that a template names.</summary>
internal abstract class TemplateExpression
{
    /// <summary>A text, a number, a boolean or null.</summary>
    public sealed class Literal(object? value) : TemplateExpression
    {
        public object? Value => value;
    }

    /// <summary>A path into the model: <c>request.query.q.[0]</c>, <c>../name</c>, <c>@index</c>.</summary>
    /// <param name="up">The number of <c>../</c>.</param>
    /// <param name="isThis">Whether it begins at the current value: <c>this.x</c>, <c>./x</c>.</param>
    /// <param name="isData">Whether it begins with <c>@</c>.</param>
    public sealed class Path(int up, bool isThis, bool isData, IReadOnlyList<string> names) : TemplateExpression
    {
        public int Up => up;

        public bool IsThis => isThis;

        public bool IsData => isData;

        public IReadOnlyList<string> Names => names;
    }

    /// <summary>A helper with arguments: <c>jsonPath request.body '$.a' default=0</c>.</summary>
    /// <param name="options">The arguments with names.</param>
    /// <param name="compiled">What the helper made of an argument when the template was read; null: nothing.</param>
    public sealed class Call(
        TemplateHelper helper,
        IReadOnlyList<TemplateExpression> arguments,
        IReadOnlyList<KeyValuePair<string, TemplateExpression>> options,
        object? compiled) : TemplateExpression
    {
        public TemplateHelper Helper => helper;

        public IReadOnlyList<TemplateExpression> Arguments => arguments;

        public IReadOnlyList<KeyValuePair<string, TemplateExpression>> Options => options;

        public object? Compiled => compiled;
    }
}
