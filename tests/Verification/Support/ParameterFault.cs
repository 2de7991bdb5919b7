namespace SocialContract.Verification.Tests.Support;

/// <summary>The parameter at which validation stopped.</summary>
/// <param name="Parameter">As the pages name it: <c>facebook_account[fb_token]</c>.</param>
/// <param name="Sentence">As the pages say it: <c>Must be a String</c>.</param>
internal sealed record ParameterFault(string Parameter, string Sentence);
