using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Serving;

/// <summary>What the request log says of an answer.</summary>
internal readonly record struct AnswerOutcome(string Label, IReadOnlyList<Violation>? Broken = null, IReadOnlyList<Violation>? AnswerViolations = null)
{
    /// <summary>Whether it is the answer that the client's preferences chose.</summary>
    public bool IsChosen { get; init; }

    public IReadOnlyList<Violation> Violations => Broken ?? [];

    public IReadOnlyList<Violation> AnswerViolations { get; } = AnswerViolations ?? [];
}
