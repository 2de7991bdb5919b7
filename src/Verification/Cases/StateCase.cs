using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Verification.Cases;

/// <summary>A case that needs the server in a state, and the example that its response must be like.</summary>
/// <param name="States">The document's entries: <c>{"name": …, "params": {…}}</c>.</param>
internal sealed record StateCase(ContractCase Case, IReadOnlyList<DocumentNode> States, Response Response, Example Example);
