using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Verification.Messages;

/// <summary>
/// Tells where a broken <c>oneOf</c> is only a question: several alternatives match, and a discriminator beside it chooses among them. By
/// JSON Schema the value is refused; servers that go by the discriminator accept it.
/// </summary>
internal static class OverlapDoubt
{
    private const string Reason =
        "several alternatives of oneOf match, and the discriminator chooses one of them: servers that go by it accept the value";

    /// <summary>The reason; null where the violation is a certain one.</summary>
    public static string? Of(Violation violation, SchemaView view) =>
        violation.Rule is { Keyword: KeywordNames.OneOf } rule
        && rule.Node.Place.Parent.Node is { } schema && view.Keyword(schema, KeywordNames.Discriminator) is not null
        && violation.Found.StartsWith("a value that alternatives ", StringComparison.Ordinal)
            ? Reason
            : null;
}
