using System.Xml;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>
/// Compares XML documents as XMLUnit does for Java WireMock: elements by their names, in any order; those of the same name in their order.
/// White space around texts and comments do not count.
/// </summary>
internal sealed record XmlComparison(XmlDocument Expected)
{
    private const string Declarations = "http://www.w3.org/2000/xmlns/";
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    public IReadOnlySet<XmlComparisonType> Exempted { get; init; } = new HashSet<XmlComparisonType>();

    /// <summary>Null: placeholders are texts like others.</summary>
    public XmlPlaceholders? Placeholders { get; init; }

    /// <summary>Whether elements of the same name may come in another order; they are sorted by their texts.</summary>
    public bool IgnoreOrderOfSameNode { get; init; }

    public NamespaceAwareness Awareness { get; init; }

    public bool IsEqual(XmlDocument actual, PatternTimeouts timeouts) => Compare(actual, timeouts).Differences == 0;

    /// <summary>From 0, equal, to 1: the comparisons that failed among all.</summary>
    public double Distance(XmlDocument actual, PatternTimeouts timeouts)
    {
        var tally = Compare(actual, timeouts);
        return tally.Differences == 0 ? 0 : (double)tally.Differences / tally.Comparisons;
    }

    private Tally Compare(XmlDocument actual, PatternTimeouts timeouts)
    {
        var tally = new Tally(Exempted, timeouts);
        CompareChildren(Expected, actual, tally);
        return tally;
    }

    private void CompareNodes(XmlNode expected, XmlNode actual, Tally tally)
    {
        tally.Count(XmlComparisonType.NodeType, expected.NodeType == actual.NodeType);
        switch (expected)
        {
            case XmlElement element when actual is XmlElement other:
                CompareElements(element, other, tally);
                break;
            case XmlProcessingInstruction instruction when actual is XmlProcessingInstruction other:
                tally.Count(XmlComparisonType.ProcessingInstructionTarget, instruction.Target == other.Target);
                tally.Count(XmlComparisonType.ProcessingInstructionData, instruction.Data == other.Data);
                break;
            case XmlCharacterData text when actual is XmlCharacterData other:
                tally.Count(XmlComparisonType.TextValue, AreEqual(text.Data, other.Data, tally));
                break;
        }
    }

    private void CompareElements(XmlElement expected, XmlElement actual, Tally tally)
    {
        tally.Count(XmlComparisonType.ElementTagName, NameOf(expected) == NameOf(actual));
        if (NamespaceOf(expected) is { Length: > 0 } uri)
        {
            tally.Count(XmlComparisonType.NamespaceUri, uri == NamespaceOf(actual));
        }

        var (attributes, others) = (Attributes(expected), Attributes(actual));
        tally.Count(XmlComparisonType.ElementNumAttributes, attributes.Count == others.Count);
        foreach (var attribute in attributes)
        {
            var other = others.Find(candidate => SameName(attribute, candidate));
            tally.Count(XmlComparisonType.AttrNameLookup, other is not null);
            if (other is not null)
            {
                tally.Count(XmlComparisonType.AttrValue, AreEqual(attribute.Value, other.Value, tally));
            }
        }

        CompareLocations(expected, actual, "schemaLocation", XmlComparisonType.SchemaLocation, tally);
        CompareLocations(expected, actual, "noNamespaceSchemaLocation", XmlComparisonType.NoNamespaceSchemaLocation, tally);
        if (Placeholders is not null && expected.ChildNodes is [XmlCharacterData only]
            && actual.ChildNodes is not [XmlCharacterData] && Placeholders.Accepts(only.Data, actual.InnerText, tally.Timeouts) is true)
        {
            return;
        }

        CompareChildren(expected, actual, tally);
    }

    private static void CompareLocations(XmlElement expected, XmlElement actual, string name, XmlComparisonType type, Tally tally)
    {
        if (expected.GetAttributeNode(name, SchemaInstance) is { } location)
        {
            tally.Count(type, location.Value == actual.GetAttribute(name, SchemaInstance));
        }
    }

    private void CompareChildren(XmlNode expected, XmlNode actual, Tally tally)
    {
        var (wanted, found) = (Children(expected), Children(actual));
        tally.Count(XmlComparisonType.ChildNodelistLength, wanted.Count == found.Count);
        for (var index = 0; index < wanted.Count; index++)
        {
            tally.Count(XmlComparisonType.ChildLookup, index < found.Count);
            if (index < found.Count)
            {
                CompareNodes(wanted[index], found[index], tally);
            }
        }
    }

    private bool AreEqual(string expected, string actual, Tally tally) =>
        Placeholders?.Accepts(expected, actual, tally.Timeouts) ?? expected.Trim() == actual.Trim();

    private List<XmlNode> Children(XmlNode node)
    {
        var children = node.ChildNodes.Cast<XmlNode>().Where(child => child is not (XmlComment or XmlDeclaration or XmlDocumentType));
        return
        [
            .. children.OrderBy(child => child is XmlElement element ? NameOf(element) : "", StringComparer.Ordinal)
                .ThenBy(child => IgnoreOrderOfSameNode && child is XmlElement ? child.InnerText : "", StringComparer.Ordinal),
        ];
    }

    private string NameOf(XmlElement element) => Awareness switch
    {
        NamespaceAwareness.Legacy => element.Name[(element.Name.LastIndexOf(':') + 1)..],
        NamespaceAwareness.None => element.Name,
        _ => element.LocalName,
    };

    /// <summary>In the legacy mode only the default namespace that the element itself declares.</summary>
    private string NamespaceOf(XmlElement element) => Awareness switch
    {
        NamespaceAwareness.Legacy => element.GetAttribute("xmlns"),
        NamespaceAwareness.None => "",
        _ => element.NamespaceURI,
    };

    private List<XmlAttribute> Attributes(XmlElement element) =>
    [
        .. element.Attributes.Cast<XmlAttribute>().Where(attribute => Awareness switch
        {
            NamespaceAwareness.None => true,
            NamespaceAwareness.Legacy => attribute.Name != "xmlns" && !attribute.Name.StartsWith("xmlns:", StringComparison.Ordinal),
            _ => attribute.NamespaceURI is not (Declarations or SchemaInstance),
        }),
    ];

    private bool SameName(XmlAttribute left, XmlAttribute right) => Awareness == NamespaceAwareness.Strict
        ? left.LocalName == right.LocalName && left.NamespaceURI == right.NamespaceURI
        : left.Name == right.Name;

    private sealed class Tally(IReadOnlySet<XmlComparisonType> exempted, PatternTimeouts timeouts)
    {
        public PatternTimeouts Timeouts => timeouts;

        public int Comparisons { get; private set; }

        public int Differences { get; private set; }

        public void Count(XmlComparisonType type, bool isEqual)
        {
            if (!exempted.Contains(type))
            {
                Comparisons++;
                Differences += isEqual ? 0 : 1;
            }
        }
    }
}
