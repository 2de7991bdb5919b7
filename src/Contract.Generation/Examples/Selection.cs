using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>The answer to an accepted request, or why there is none of the kind that was asked for.</summary>
public abstract record Selection
{
    private Selection()
    {
    }

    /// <param name="Response">The response of the document.</param>
    /// <param name="Status">A concrete status, where the response stands for a range or for all others.</param>
    /// <param name="MediaType">The entry of <c>content</c>; null where the answer has no body.</param>
    /// <param name="ContentType">A concrete media type for the Content-Type header; null where the answer has no body.</param>
    /// <param name="Template">The body.</param>
    public sealed record Chosen(Response Response, int Status, MediaType? MediaType, string? ContentType, ResponseTemplate Template) : Selection
    {
        /// <summary>Names and values for the headers that the response describes.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
    }

    /// <param name="Fault">What is missing.</param>
    /// <param name="Message">One sentence: what was asked for, what there is.</param>
    /// <param name="Offered">What there is: statuses, examples' names or media types, in document order.</param>
    /// <param name="Nearest">The one that was probably meant.</param>
    public sealed record Refused(SelectionFault Fault, string Message, IReadOnlyList<string> Offered, string? Nearest) : Selection;
}
