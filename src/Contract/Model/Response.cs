using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Model;

/// <summary>One entry of <c>responses</c> (OpenAPI 3.1, section 4.8.17), <c>$ref</c> followed.</summary>
public sealed class Response
{
    /// <summary>Which statuses it describes.</summary>
    public required ResponseKey Key { get; init; }

    /// <summary>The key as text: <c>200</c>, <c>4XX</c> or <c>default</c>.</summary>
    public string Status => Key.ToString();

    public required string Description { get; init; }

    public required IReadOnlyList<Parameter> Headers { get; init; }

    /// <summary>In document order. Empty: the document describes no body.</summary>
    public required IReadOnlyList<MediaType> Content { get; init; }

    /// <summary>By name; the Link Objects as written.</summary>
    public required IReadOnlyDictionary<string, DocumentNode> Links { get; init; }

    /// <summary>How sure the document is of the status.</summary>
    public required RuleSource Source { get; init; }

    public required DocumentNode Node { get; init; }
}
