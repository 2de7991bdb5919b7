namespace SocialContract.Cli.Errors;

/// <summary>How a command ended.</summary>
public enum ExitCode
{
    /// <summary>Done; what was tested conforms.</summary>
    Conforms = 0,

    /// <summary>Something does not conform.</summary>
    Violations = 1,

    /// <summary>The command line, a file, the document or the output cannot be used.</summary>
    Usage = 2,

    /// <summary>Nothing could be tested, or an operation could not, or the command was interrupted.</summary>
    NotTested = 3,
}
