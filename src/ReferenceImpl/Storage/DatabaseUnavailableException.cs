namespace SocialContract.ReferenceImpl.Storage;

/// <summary>The database file cannot be used; the message is one sentence that names the option to change.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
