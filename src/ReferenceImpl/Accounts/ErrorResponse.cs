namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The body of an error that does not concern a single field.</summary>
internal sealed record ErrorResponse(string Error);
