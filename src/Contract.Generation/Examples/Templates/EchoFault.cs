using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>An entry of <c>x-echo</c> that has no effect, and why.</summary>
/// <param name="Node">The entry, or the <c>x-echo</c> value that holds it.</param>
/// <param name="Message">One sentence.</param>
public sealed record EchoFault(DocumentNode Node, string Message);
