using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>Outcomes and verdicts as every report spells them.</summary>
internal static class OutcomeWords
{
    /// <summary>In the order in which reports show them: what needs attention comes early.</summary>
    public static IReadOnlyList<Outcome> All { get; } =
        [Outcome.Passed, Outcome.Failed, Outcome.Question, Outcome.Undocumented, Outcome.Blocked, Outcome.Known, Outcome.NotExercised];

    /// <summary>The word for machines: <c>not-exercised</c>.</summary>
    public static string Id(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Failed => "failed",
        Outcome.Question => "question",
        Outcome.Undocumented => "undocumented",
        Outcome.Blocked => "blocked",
        Outcome.Known => "known",
        Outcome.NotExercised => "not-exercised",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome"),
    };

    /// <summary>The word for people, as a heading of a column: <c>Not exercised</c>.</summary>
    public static string Label(Outcome outcome) => outcome switch
    {
        Outcome.NotExercised => "Not exercised",
        _ => outcome.ToString(),
    };

    /// <summary>What the outcome means, for a reader who sees a report for the first time.</summary>
    public static string Meaning(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "the server does what the check expects",
        Outcome.Failed => "the server does not do what the check expects, and the gate includes it",
        Outcome.Question => "the server does not do what the document assumes: a question for the team, not a failure",
        Outcome.Undocumented => "the server did something that the document does not describe",
        Outcome.Blocked => "the check could not be made: no token, no state, too many requests or no response",
        Outcome.Known => "broken, and listed in the baseline until a date",
        Outcome.NotExercised => "no request of this run tested it, for the reason given",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome"),
    };

    /// <summary>A count with its outcome, as part of a sentence: <c>2 questions</c>, <c>1 passed</c>.</summary>
    public static string Counted(int count, Outcome outcome) => outcome switch
    {
        Outcome.Question => $"{count} {(count == 1 ? "question" : "questions")}",
        Outcome.NotExercised => $"{count} not exercised",
        _ => $"{count} {Id(outcome)}",
    };

    public static string Id(VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Conforms => "conforms",
        VerificationVerdict.Violates => "violates",
        VerificationVerdict.NotTested => "not-tested",
        VerificationVerdict.Incomplete => "incomplete",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "not a verdict"),
    };
}
