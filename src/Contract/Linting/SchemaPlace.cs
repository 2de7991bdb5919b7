using SocialContract.Contract.Documents;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>A Schema Object and the directions of the messages that it applies to.</summary>
internal sealed record SchemaPlace(DocumentNode Node, bool InRequests, bool InResponses)
{
    /// <summary>The directions in which its values can be validated; requests, if it applies to no message.</summary>
    public IEnumerable<MessageDirection> Directions
    {
        get
        {
            if (InRequests || !InResponses)
            {
                yield return MessageDirection.Request;
            }

            if (InResponses)
            {
                yield return MessageDirection.Response;
            }
        }
    }
}
