namespace SocialContract.Cli.Commands;

/// <summary>Runs work that does not look at a token, such as loading a large document, so that a signal ends the command at once.</summary>
internal static class Interruptible
{
    /// <exception cref="OperationCanceledException">The token was cancelled; the work goes on until the process ends.</exception>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Run(work, cancellationToken).WaitAsync(cancellationToken);
}
