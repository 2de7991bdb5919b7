using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Model;

/// <summary>A place where the API's documentation is silent or contradicts itself (<c>x-gap</c>).</summary>
/// <param name="Row">Its number in the table of gaps.</param>
/// <param name="Page">What the documentation says.</param>
/// <param name="Reading">How the contract resolves it.</param>
public sealed record Gap(int Row, string Page, string Reading, DocumentNode Node);
