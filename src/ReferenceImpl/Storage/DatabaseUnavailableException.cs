namespace SocialContract.ReferenceImpl.Storage;

/// <summary>The database file cannot be used; the message is one sentence.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
