using System.Xml;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>Reads XML without document types and without anything from elsewhere. White space between elements is dropped.</summary>
internal static class XmlReading
{
    private const int MaxDepth = 500;

    /// <param name="fault">What is wrong, with the line; empty if it is XML.</param>
    /// <param name="namespaces">False: prefixes need not be declared, and are part of the names.</param>
    public static XmlDocument? Read(string text, out string fault, bool namespaces = true)
    {
        fault = "";
        try
        {
            using var source = new StringReader(text);
            using var reader = new XmlTextReader(source)
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                Namespaces = namespaces,
                WhitespaceHandling = WhitespaceHandling.None,
            };
            var document = new XmlDocument { XmlResolver = null };
            document.Load(reader);
            if (Depth(document) <= MaxDepth)
            {
                return document;
            }

            fault = $"elements that are nested more than {MaxDepth} deep";
        }
        catch (XmlException failure)
        {
            fault = $"not XML: {failure.Message}";
        }

        return null;
    }

    /// <summary>Without recursion, since the depth is not bounded yet.</summary>
    private static int Depth(XmlDocument document)
    {
        var (depth, deepest) = (0, 0);
        for (XmlNode? node = document; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                (node, deepest) = (child, Math.Max(deepest, ++depth));
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.ParentNode;
                depth--;
            }

            node = node?.NextSibling;
        }

        return deepest;
    }
}
