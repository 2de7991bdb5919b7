namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>A response breaks the document.</summary>
internal sealed class BrokenResponseException(string message) : Exception(message);
