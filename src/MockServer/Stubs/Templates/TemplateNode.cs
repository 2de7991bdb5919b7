namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>A piece of a template.</summary>
internal abstract class TemplateNode
{
    public sealed class Text(string content) : TemplateNode
    {
        public string Content => content;
    }

    /// <summary><c>{{…}}</c></summary>
    public sealed class Output(TemplateExpression expression) : TemplateNode
    {
        public TemplateExpression Expression => expression;
    }

    /// <summary><c>{{#…}}…{{else}}…{{/…}}</c></summary>
    /// <param name="expression">A helper's call, or a path: its value decides, and is the current value of the body.</param>
    /// <param name="parameters">The names of <c>as |value index|</c>.</param>
    public sealed class Block(
        TemplateExpression expression,
        IReadOnlyList<string> parameters,
        IReadOnlyList<TemplateNode> body,
        IReadOnlyList<TemplateNode> inverse) : TemplateNode
    {
        public TemplateExpression Expression => expression;

        public IReadOnlyList<string> Parameters => parameters;

        public IReadOnlyList<TemplateNode> Body => body;

        public IReadOnlyList<TemplateNode> Inverse => inverse;
    }
}
