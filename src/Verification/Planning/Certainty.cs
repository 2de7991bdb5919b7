using SocialApi.Contract.Model;
using SocialApi.Contract.Sources;

namespace SocialApi.Verification.Planning;

/// <summary>How sure the document is of a place: the nearest <c>x-source</c> at it or around it.</summary>
internal static class Certainty
{
    public static RuleSource Of(DocumentNode node, DocumentSet documents)
    {
        for (var pointer = node.Pointer; ; pointer = Parts.ParentOf(pointer))
        {
            if (documents.Find(node.Location with { Pointer = pointer })?.Text("x-source") is { } text
                && Enum.TryParse<RuleSource>(text, ignoreCase: true, out var source))
            {
                return source;
            }

            if (pointer.Length == 0)
            {
                return RuleSource.Stated;
            }
        }
    }

    /// <summary>That of the path, which may be less sure than what is said about its operations.</summary>
    public static RuleSource OfPath(Operation operation, DocumentSet documents) =>
        documents.Find(operation.Node.Location with { Pointer = Parts.ParentOf(operation.Node.Pointer) }) is { } item ? Of(item, documents) : operation.Source;
}
