using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.XPath;
using SocialContract.MockServer.Stubs.Patterns;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that read and write XML.</summary>
internal static class XmlHelpers
{
    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("xPath", call => Evaluate(call, call.Compiled<XPathExpression>())) { Compiles = new(1, Expression) },
        new("soapXPath", call => Evaluate(call, call.Compiled<XPathExpression>()))
        {
            Compiles = new(1, text => Expression($"/*[local-name()='Envelope']/*[local-name()='Body']{text}")),
        },
        new("formatXml", Format),
    ];

    private static XPathExpression Expression(string text)
    {
        try
        {
            return XPathExpression.Compile(text);
        }
        catch (XPathException fault)
        {
            throw new HelperException($"not an XPath: {fault.Message}");
        }
    }

    private static XmlDocument Document(HelperCall call)
    {
        var text = TemplateValues.TextOf(call.Subject);
        return XmlReading.Read(text, out _)
            ?? throw new HelperException($"{(text.Length > 100 ? $"{text[..100]}…" : text)} is not valid XML");
    }

    /// <summary>The first node: a text, the value of an attribute, an element with what it contains; or a value.</summary>
    private static object? Evaluate(HelperCall call, XPathExpression expression)
    {
        var navigator = Document(call).CreateNavigator()!;
        try
        {
            return navigator.Evaluate(expression.Clone()) switch
            {
                XPathNodeIterator nodes => nodes.MoveNext() ? TextOf(nodes.Current!) : null,
                double number => number.ToString(CultureInfo.InvariantCulture),
                var value => value,
            };
        }
        catch (XPathException fault)
        {
            throw new HelperException(fault.Message);
        }
    }

    private static string TextOf(XPathNavigator node) => node is { NodeType: XPathNodeType.Element or XPathNodeType.Root }
        && node.UnderlyingObject is XmlNode element
            ? Written(element, isIndented: true)
            : node.Value;

    private static string Format(HelperCall call) => Written(Document(call), call.OptionText("format") != "compact");

    private static string Written(XmlNode node, bool isIndented)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            Indent = isIndented,
            IndentChars = "  ",
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            ConformanceLevel = ConformanceLevel.Fragment,
        };
        using (var writer = XmlWriter.Create(text, settings))
        {
            node.WriteTo(writer);
        }

        return isIndented ? $"{text}\n" : text.ToString();
    }
}
