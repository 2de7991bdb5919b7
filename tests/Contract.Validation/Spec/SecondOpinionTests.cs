using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Validation.Tests.Spec;

/// <summary>An independent evaluator agrees with the pages on every fact that a schema can express.</summary>
public sealed class SecondOpinionTests
{
    /// <summary>All but the header, which is a security scheme and no schema.</summary>
    public static TheoryData<string> Facts =>
        [.. DocumentedFacts.All.Where(fact => fact.Parameter != DocumentedFacts.Header).Select(fact => fact.Id)];

    /// <summary>Those of <see cref="Facts"/> that a request can break.</summary>
    public static TheoryData<string> Demands =>
    [
        .. DocumentedFacts.All
            .Where(fact => fact.Parameter != DocumentedFacts.Header && fact.Rules.Any(rule => rule.Bad is not null))
            .Select(fact => fact.Id),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task NJsonSchema_accepts_the_request_that_keeps_a_fact(string fact)
    {
        var documented = DocumentedFacts.Named(fact);

        var broken = await SecondOpinion.On(DocumentedRequest.Of(documented.Operation).With(documented.Good));

        broken.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task NJsonSchema_refuses_the_request_that_breaks_a_fact(string fact)
    {
        var documented = DocumentedFacts.Named(fact);

        foreach (var rule in documented.Rules.Where(rule => rule.Bad is not null))
        {
            var broken = await SecondOpinion.On(DocumentedRequest.Of(documented.Operation).With(rule.Bad!));

            broken.ShouldContain(rule.Keyword);
        }
    }
}
