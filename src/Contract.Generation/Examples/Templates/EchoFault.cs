using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>An entry of <c>x-echo</c> that has no effect, and why.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Message">One sentence.</param>
public sealed record EchoFault(DocumentNode Node, string Message);
