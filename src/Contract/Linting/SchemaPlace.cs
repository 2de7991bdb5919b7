using SocialContract.Contract.Documents;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>A Schema Object and the messages that meet it.</summary>
internal sealed record SchemaPlace(DocumentNode Node, bool InRequests, bool InResponses)
{
    /// <summary>The directions that its values can be judged in; for a schema that no message meets, requests.</summary>
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
