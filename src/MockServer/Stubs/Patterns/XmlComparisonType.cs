namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>What is compared of two XML nodes, by XMLUnit's names: <c>ATTR_VALUE</c>.</summary>
internal enum XmlComparisonType
{
    ElementTagName,
    NamespaceUri,
    NodeType,
    TextValue,
    ElementNumAttributes,
    AttrNameLookup,
    AttrValue,
    ChildNodelistLength,
    ChildLookup,
    ProcessingInstructionTarget,
    ProcessingInstructionData,
    SchemaLocation,
    NoNamespaceSchemaLocation,
}

/// <summary>How prefixes and namespaces count.</summary>
internal enum NamespaceAwareness
{
    /// <summary>Namespaces are compared; prefixes must be declared and are not compared.</summary>
    Strict,

    /// <summary>The prefixes of elements are not compared and need not be declared; those of attributes are.</summary>
    Legacy,

    /// <summary>Names are compared with their prefixes; declarations are attributes like others.</summary>
    None,
}
