namespace SocialContract.Verification.Running;

/// <summary>A mock of the document, started because something failed.</summary>
public interface IMockAnswers : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Url { get; }
}
