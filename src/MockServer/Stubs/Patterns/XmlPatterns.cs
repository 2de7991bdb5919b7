using System.Globalization;
using System.Xml;
using System.Xml.XPath;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary><c>equalToXml</c></summary>
/// <param name="text">The document as the stub has it.</param>
internal sealed class EqualToXmlPattern(XmlComparison comparison, string text) : ValuePattern
{
    public override string Name => PatternNames.EqualToXml;

    public override string Expected => text;

    public override bool Matches(PatternValue value) => Document(value) is { } document && comparison.IsEqual(document, value.Timeouts);

    public override double Distance(PatternValue value) =>
        Document(value) is { } document ? comparison.Distance(document, value.Timeouts) : 1;

    private XmlDocument? Document(PatternValue value) => comparison.Awareness == NamespaceAwareness.Strict ? value.Xml
        : value.Text is { } xml ? XmlReading.Read(xml, out _, namespaces: false)
        : null;
}

/// <summary><c>matchesXPath</c></summary>
/// <param name="pattern">
/// What one of the nodes must be: the text of an attribute or a text node, the XML of an element, or the value of an expression. Null:
/// there is a node, or the expression has a value.
/// </param>
internal sealed class XPathPattern(XPathExpression expression, ValuePattern? pattern) : ValuePattern
{
    public override string Name => PatternNames.MatchesXPath;

    public override string Expected => pattern is null ? expression.Expression : $"{expression.Expression} {pattern}";

    public override bool Matches(PatternValue value) => pattern is null ? Nodes(value).Count > 0 : Nodes(value).Exists(pattern.Matches);

    public override double Distance(PatternValue value) => pattern is null || Matches(value)
        ? base.Distance(value)
        : Nodes(value).Select(pattern.Distance).DefaultIfEmpty(1).Min();

    private List<PatternValue> Nodes(PatternValue value)
    {
        if (value.Xml?.CreateNavigator() is not { } navigator)
        {
            return [];
        }

        try
        {
            // An expression keeps state while it is evaluated, so that each evaluation has its own.
            return navigator.Evaluate(expression.Clone()) switch
            {
                XPathNodeIterator nodes => [.. nodes.Cast<XPathNavigator>().Select(node => value.With(TextOf(node)))],
                double number => [value.With(number.ToString(CultureInfo.InvariantCulture))],
                bool truth => [value.With(truth ? "true" : "false")],
                var text => [value.With(text.ToString())],
            };
        }
        catch (XPathException)
        {
            return [];
        }
    }

    private static string TextOf(XPathNavigator node) =>
        node.NodeType is XPathNodeType.Element or XPathNodeType.Root ? node.OuterXml : node.Value;
}
