using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>Outcomes and verdicts as every report spells them.</summary>
internal static class OutcomeWords
{
    /// <summary>In the order in which reports show them: what needs somebody's attention is not hidden behind what does not.</summary>
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
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "no such outcome"),
    };

    /// <summary>The word for people, as a heading of a column: <c>Not exercised</c>.</summary>
    public static string Label(Outcome outcome) => outcome switch
    {
        Outcome.NotExercised => "Not exercised",
        _ => outcome.ToString(),
    };

    /// <summary>What the outcome means, for somebody who sees a report for the first time.</summary>
    public static string Meaning(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "the server keeps the rule",
        Outcome.Failed => "the server breaks a rule that gates",
        Outcome.Question => "the server does not do what the document only assumes: a question to the team, not a failure",
        Outcome.Undocumented => "the server did something that the document is silent on",
        Outcome.Blocked => "the rule could not be asked: no token, no state, too many requests, no answer",
        Outcome.Known => "broken, and listed in the baseline until a date",
        Outcome.NotExercised => "nothing that was sent or answered shows it, for the reason given",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "no such outcome"),
    };

    /// <summary>A count with its outcome, to stand in a sentence: <c>2 questions</c>, <c>1 passed</c>.</summary>
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
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "no such verdict"),
    };
}
