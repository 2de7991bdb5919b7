using SocialApi.Contract.Validation;

namespace SocialApi.MockServer.Serving;

/// <summary>What the request log says of an answer.</summary>
internal readonly record struct AnswerOutcome(string Label, IReadOnlyList<Violation>? Broken = null, IReadOnlyList<Violation>? AnswerViolations = null)
{
    public IReadOnlyList<Violation> Violations => Broken ?? [];

    public IReadOnlyList<Violation> AnswerViolations { get; } = AnswerViolations ?? [];
}
