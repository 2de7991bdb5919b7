namespace SocialContract.ReferenceImpl.Tests.Hosting;

/// <summary>An answer breaks the document.</summary>
internal sealed class BrokenAnswerException(string message) : Exception(message);
