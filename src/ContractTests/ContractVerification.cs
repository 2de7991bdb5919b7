using SocialContract.Verification.Results;

namespace SocialContract.ContractTests;

/// <summary>
/// The contract as tests, one for each rule of each operation: derive a class from it for a server of your own, with the server as a class
/// fixture.
/// </summary>
/// <typeparam name="TServer">Starts the server; the whole contract is asked once for all tests of the class.</typeparam>
public abstract class ContractVerification<TServer>(TServer server)
    where TServer : ContractServer
{
    [Fact]
    public void The_server_can_be_tested()
    {
        Assert.True(server.Fault is null, server.Fault);
        Write(OutcomeText.Summary(server.Report));
        Assert.True(server.Report.Verdict != VerificationVerdict.NotTested, server.Report.Reason);
    }

    /// <summary>
    /// Fails where the server breaks a rule that gates. A test is skipped only where its rule could not be asked; every other outcome is a
    /// result, with its reason in the test's output.
    /// </summary>
    [Theory]
    [ContractRules]
    public void Keeps(string operation, string rule)
    {
        Assert.SkipWhen(server.Fault is not null, $"Nothing was asked: see {nameof(The_server_can_be_tested)}.");
        var result = server.Report.Rules.Single(result => result.Operation == operation && result.Id == rule);
        switch (result.Outcome)
        {
            case Outcome.Passed:
                break;
            case Outcome.Failed:
                Assert.Fail(OutcomeText.Of(result));
                break;
            case Outcome.Blocked when server.Report.Verdict == VerificationVerdict.NotTested:
                Assert.Skip($"Nothing was asked: see {nameof(The_server_can_be_tested)}.");
                break;
            case Outcome.Blocked:
                Assert.Skip(OutcomeText.Of(result));
                break;
            default:
                Write(OutcomeText.Of(result));
                break;
        }
    }

    private static void Write(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}
