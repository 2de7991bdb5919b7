using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>The response selected for an accepted request, or why none could be selected.</summary>
public abstract record Selection
{
    private Selection()
    {
    }

    /// <param name="Response">The response as the document describes it.</param>
    /// <param name="Status">The status to send, also where the key of the response is a range or <c>default</c>.</param>
    /// <param name="MediaType">The entry of <c>content</c>; null without a body.</param>
    /// <param name="ContentType">The value of the Content-Type header; null without a body.</param>
    /// <param name="Template">The body.</param>
    public sealed record Chosen(Response Response, int Status, MediaType? MediaType, string? ContentType, ResponseTemplate Template)
        : Selection
    {
        /// <summary>Names and values of the headers that the response describes.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
    }

    /// <param name="Fault">What is missing.</param>
    /// <param name="Message">One sentence: what the client asked for, what the operation offers.</param>
    /// <param name="Offered">The statuses, example names or media types that the operation offers, in document order.</param>
    /// <param name="Nearest">The offered name that was probably meant; null without a similar name.</param>
    public sealed record Refused(SelectionFault Fault, string Message, IReadOnlyList<string> Offered, string? Nearest) : Selection;
}
