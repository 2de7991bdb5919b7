using SocialContract.Contract.Documents;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Schemas;

/// <summary>A schema that a message uses: its place, and its compiled forms, which are created on first use.</summary>
public sealed class SchemaReference
{
    private readonly Lazy<CompileResult> _request;
    private readonly Lazy<CompileResult> _response;

    internal SchemaReference(DocumentNode node, Func<SchemaLocation, MessageDirection, CompileResult> compile)
    {
        Node = node;
        _request = new(() => compile(node.Location, MessageDirection.Request));
        _response = new(() => compile(node.Location, MessageDirection.Response));
    }

    /// <summary>The schema as written, <c>$ref</c> not followed.</summary>
    public DocumentNode Node { get; }

    /// <summary>
    /// The compiled schema for that direction (<c>readOnly</c> and <c>writeOnly</c> differ), or the faults that prevent it.
    /// </summary>
    public CompileResult Compiled(MessageDirection direction) =>
        direction == MessageDirection.Request ? _request.Value : _response.Value;
}
