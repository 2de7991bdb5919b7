using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class VerdictSentenceTests
{
    [Fact]
    public void A_run_without_failures_conforms() =>
        VerdictSentence.Of(Reports.Of(Reports.Check(), Reports.Check(Outcome.Question), Reports.Check(Outcome.Question)))
            .ShouldBe("Conforms: none of 3 checks failed (1 passed, 2 questions); exercised: createInstagramAccounts 3 of 3.");

    [Fact]
    public void A_run_with_a_failure_violates() =>
        VerdictSentence.Of(Reports.Of(Reports.Check(Outcome.Failed), Reports.Check(Outcome.NotExercised), Reports.Check(Outcome.Known)))
            .ShouldBe(
                "Violates the contract: 1 of 3 checks failed (0 passed, 1 known, 1 not exercised); "
                + "exercised: createInstagramAccounts 2 of 3.");

    [Fact]
    public void The_least_exercised_operations_come_first_and_further_ones_are_counted()
    {
        var checks = "abcdefgh".SelectMany(name => new[]
        {
            Reports.Check(operation: $"{name}"), Reports.Check(name is 'c' ? Outcome.Blocked : Outcome.Passed, operation: $"{name}"),
        });

        VerdictSentence.Of(Reports.Of([.. checks])).ShouldEndWith(
            "; exercised: c 1 of 2, a 2 of 2, b 2 of 2, d 2 of 2, e 2 of 2, f 2 of 2, 2 more operations 4 of 4.");
    }

    [Fact]
    public void A_run_that_tested_nothing_says_why() =>
        VerdictSentence.Of(Reports.NotTested("the connection to http://127.0.0.1:1 was refused."))
            .ShouldBe("Not tested: the connection to http://127.0.0.1:1 was refused.");
}
