namespace SocialContract.Contract.Documents;

/// <summary>The version of the OpenAPI specification by which a document is read.</summary>
public enum SpecificationVersion
{
    OpenApi30,

    /// <summary>Also 3.2 documents, with a warning.</summary>
    OpenApi31,
}
