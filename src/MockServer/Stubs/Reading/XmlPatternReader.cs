using System.Text.Json;
using System.Xml;
using System.Xml.XPath;
using SocialContract.MockServer.Stubs.Patterns;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads the patterns for XML.</summary>
internal static class XmlPatternReader
{
    private const int MaxPathLength = 10_000;

    private static readonly Dictionary<string, XmlComparisonType> Comparisons = new(StringComparer.Ordinal)
    {
        ["ELEMENT_TAG_NAME"] = XmlComparisonType.ElementTagName,
        ["NAMESPACE_URI"] = XmlComparisonType.NamespaceUri,
        ["NODE_TYPE"] = XmlComparisonType.NodeType,
        ["TEXT_VALUE"] = XmlComparisonType.TextValue,
        ["ELEMENT_NUM_ATTRIBUTES"] = XmlComparisonType.ElementNumAttributes,
        ["ATTR_NAME_LOOKUP"] = XmlComparisonType.AttrNameLookup,
        ["ATTR_VALUE"] = XmlComparisonType.AttrValue,
        ["CHILD_NODELIST_LENGTH"] = XmlComparisonType.ChildNodelistLength,
        ["CHILD_LOOKUP"] = XmlComparisonType.ChildLookup,
        ["PROCESSING_INSTRUCTION_TARGET"] = XmlComparisonType.ProcessingInstructionTarget,
        ["PROCESSING_INSTRUCTION_DATA"] = XmlComparisonType.ProcessingInstructionData,
        ["SCHEMA_LOCATION"] = XmlComparisonType.SchemaLocation,
        ["NO_NAMESPACE_SCHEMA_LOCATION"] = XmlComparisonType.NoNamespaceSchemaLocation,
    };

    /// <summary>Comparisons of XMLUnit that Java WireMock never counts, so that exempting them changes nothing.</summary>
    private static readonly string[] NeverCompared =
    [
        "XML_VERSION", "XML_STANDALONE", "XML_ENCODING", "HAS_DOCTYPE_DECLARATION", "DOCTYPE_NAME", "DOCTYPE_PUBLIC_ID",
        "DOCTYPE_SYSTEM_ID", "NAMESPACE_PREFIX", "ATTR_VALUE_EXPLICITLY_SPECIFIED", "CHILD_NODELIST_SEQUENCE",
    ];

    private static readonly string[] ComparisonNames = [.. Comparisons.Keys, .. NeverCompared];

    private static readonly Dictionary<string, NamespaceAwareness> AwarenessNames = new(StringComparer.Ordinal)
    {
        ["STRICT"] = NamespaceAwareness.Strict,
        ["LEGACY"] = NamespaceAwareness.Legacy,
        ["NONE"] = NamespaceAwareness.None,
    };

    public static EqualToXmlPattern? ReadEqual(StubNode node, StubNode operand)
    {
        var awareness = AwarenessNames.GetValueOrDefault(node.Member("namespaceAwareness")?.OneOf(AwarenessNames.Keys) ?? "STRICT");
        if (operand.Text() is not { } text)
        {
            return null;
        }

        var document = XmlReading.Read(text, out var fault, namespaces: awareness == NamespaceAwareness.Strict);
        if (document is null)
        {
            operand.Fault(fault);
            return null;
        }

        var exempted = node.Member("exemptedComparisons")?.Elements().Select(name => name.OneOf(ComparisonNames)).OfType<string>() ?? [];
        return new EqualToXmlPattern(
            new XmlComparison(document)
            {
                Awareness = awareness,
                Exempted = exempted.Where(Comparisons.ContainsKey).Select(name => Comparisons[name]).ToHashSet(),
                IgnoreOrderOfSameNode = node.Member("ignoreOrderOfSameNode")?.Flag() ?? false,
                Placeholders = Placeholders(node),
            },
            text);
    }

    public static XPathPattern? ReadPath(StubNode node, StubNode operand, ValuePatternReader values)
    {
        var path = operand;
        ValuePattern? pattern = null;
        if (operand.Kind == JsonValueKind.Object)
        {
            if (operand.Member("expression") is not { } given)
            {
                operand.Fault("`expression` is expected beside a pattern");
                return null;
            }

            path = given;
            pattern = values.Read(operand, others: ["expression", "xPathNamespaces"]);
            if (pattern is null)
            {
                return null;
            }
        }

        return path.Is(JsonValueKind.String, "an XPath expression, or an object with `expression` and a pattern,")
            && Expression(path, node.Member("xPathNamespaces") ?? operand.Member("xPathNamespaces")) is { } expression
                ? new XPathPattern(expression, pattern)
                : null;
    }

    private static XPathExpression? Expression(StubNode path, StubNode? namespaces)
    {
        var text = path.Value.GetString()!;
        if (text.Length > MaxPathLength)
        {
            path.Fault($"an XPath expression of {text.Length} characters; at most {MaxPathLength} are accepted");
            return null;
        }

        var manager = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri) in namespaces?.Entries() ?? [])
        {
            if (uri.Text() is { } name && prefix is not ("xml" or "xmlns"))
            {
                manager.AddNamespace(prefix, name);
            }
        }

        try
        {
            var expression = XPathExpression.Compile(text);
            expression.SetContext(manager);
            return expression;
        }
        catch (XPathException failure)
        {
            path.Fault($"not an XPath 1.0 expression: {failure.Message}");
            return null;
        }
    }

    private static XmlPlaceholders? Placeholders(StubNode node)
    {
        var (opening, closing) = (node.Member("placeholderOpeningDelimiterRegex"), node.Member("placeholderClosingDelimiterRegex"));
        if (node.Member("enablePlaceholders")?.Flag() is not true)
        {
            return null;
        }

        var placeholders = XmlPlaceholders.Create(opening?.Text(), closing?.Text(), out var fault);
        if (placeholders is null)
        {
            (opening ?? closing ?? node).Fault(fault);
        }

        return placeholders;
    }
}
