using SocialContract.Cli.Errors;
using SocialContract.Cli.Terminal;

namespace SocialContract.Cli;

/// <summary>
/// One command as a process: it ends within two seconds of a signal, whatever the command does then, and its exit code says whether its
/// result was written.
/// </summary>
internal static class CommandProcess
{
    /// <summary>For a command to end by itself after a signal.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.8);

    /// <summary>For a last sentence on an error stream that perhaps takes nothing.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(100);

    public static ExitCode Run(string[] arguments, TimeProvider time)
    {
        using var signals = new TerminationSignals();
        var output = new ResultStream(StandardStreams.Output);
        var error = Writer(new ResultStream(StandardStreams.Error));

        var command = Task.Run(() => CommandLineApplication.RunAsync(arguments, Writer(output), error, time, signals.Token));

        // The process's first thread has nothing else to do, and sees a signal although the thread pool is busy. The grace is real time: it
        // is a promise to what sent the signal.
        var ended = ((IAsyncResult)command).AsyncWaitHandle;
        if (WaitHandle.WaitAny([ended, signals.Received]) == 1 && !ended.WaitOne(Grace))
        {
            Say(error, "interrupted; what was not written yet is lost.");
            return ExitCode.NotTested;
        }

        var code = command.GetAwaiter().GetResult();
        if (output.Fault is null)
        {
            return code;
        }

        Say(error, $"the output cannot be written: {output.Fault}.");
        return ExitCode.Usage;
    }

    /// <summary>Not disposed at the end: a thread that was given up may still be writing.</summary>
    private static TextWriter Writer(ResultStream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, TerminalSettings.Encoding) { AutoFlush = true });

    /// <summary>On a thread of its own, because the thread pool may be busy; it is given up if the stream takes nothing.</summary>
    private static void Say(TextWriter error, string sentence)
    {
        var writing = new Thread(() => error.WriteLine($"social-contract: {sentence}")) { IsBackground = true };
        writing.Start();
        writing.Join(LastWords);
    }
}
