namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The body of an error that is not about a field.</summary>
internal sealed record ErrorAnswer(string Error);
