using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>A planned request with its parts that another validator can judge.</summary>
/// <param name="Except">Why there is nothing to judge; empty where there is.</param>
internal sealed record JudgedRequest(ContractCase Case, IReadOnlyList<JudgedPart> Parts, string Except)
{
    /// <summary>
    /// Whether what is wrong is what the plan says: exactly one part of a request that is refused for its body or a parameter, else none.
    /// </summary>
    public bool IsAsPlanned(IJudge judge)
    {
        var opinions = Parts.Select(part => (part.Place, IsValid: judge.IsValid(part))).ToList();
        return opinions.TrueForAll(opinion => opinion.IsValid is not null)
            && IsAsPlanned([.. opinions.Where(opinion => opinion.IsValid == false).Select(opinion => opinion.Place)]);
    }

    private bool IsAsPlanned(IReadOnlyList<string> invalid) => Case switch
    {
        { Expectation: CaseExpectation.Refused, Stage: ViolationKind.Body } => invalid is [JudgedPart.Body],
        { Expectation: CaseExpectation.Refused, Stage: ViolationKind.Parameter } => invalid is [not JudgedPart.Body],
        _ => invalid.Count == 0,
    };
}
