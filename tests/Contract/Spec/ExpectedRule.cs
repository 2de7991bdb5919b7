namespace SocialContract.Contract.Tests.Spec;

/// <summary>A rule that the document must have.</summary>
/// <param name="Keyword">The JSON Schema keyword, or <c>parameter</c> and <c>security</c> for rules of OpenAPI itself.</param>
/// <param name="Instance">
/// What it is about, as a pointer into the request with <c>*</c> for any element: <c>/body/ig_accounts/*/id</c>.
/// </param>
/// <param name="Property">The name that a <c>required</c> rule asks for.</param>
/// <param name="Bad">
/// Makes a request that breaks this rule only. Null where HTTP cannot carry such a request: a path without its parameter is another path.
/// </param>
/// <param name="Status">The status of the refusal.</param>
internal sealed record ExpectedRule(string Keyword, string Instance, string? Property, JsonEdit? Bad, int Status);
