using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Model;

/// <summary>A state that a provider can be put into (the root's <c>x-provider-states</c>).</summary>
/// <param name="Parameters">The names of its parameters, in document order.</param>
public sealed record ProviderState(string Name, string? Description, IReadOnlyList<string> Parameters, DocumentNode Node);
