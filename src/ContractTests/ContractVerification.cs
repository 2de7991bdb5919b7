using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.ContractTests;

/// <summary>
/// The contract as tests, one for each check of each operation: derive a class from it for a server of your own, with the server as a class
/// fixture.
/// </summary>
/// <typeparam name="TServer">Starts the server; it is verified once for all tests of the class.</typeparam>
public abstract class ContractVerification<TServer>(TServer server)
    where TServer : ContractServer
{
    [Fact]
    public void The_server_can_be_tested()
    {
        Assert.True(server.Fault is null, server.Fault);
        Write(OutcomeText.Summary(server.Report));
        var isTested = server.Report.Verdict is not (VerificationVerdict.NotTested or VerificationVerdict.Incomplete);
        if (!isTested)
        {
            Write(OutcomeText.Causes(server.Report));
        }

        Assert.True(isTested, Printable.Line(server.Report.Reason));
    }

    /// <summary>
    /// Fails if a check fails that gates. A test is skipped only if its check could not be made; every other outcome is a
    /// result, with its reason in the test's output.
    /// </summary>
    [Theory]
    [ContractChecks]
    public void Keeps(string operation, string check)
    {
        Assert.SkipWhen(server.Fault is not null, $"No request was sent: see {nameof(The_server_can_be_tested)}.");
        var result = server.Report.Checks.Single(result => result.Operation == operation && result.Id == check);
        switch (result.Outcome)
        {
            case Outcome.Passed:
                break;
            case Outcome.Failed:
                Assert.Fail(OutcomeText.Of(result));
                break;
            case Outcome.Blocked when server.Report.Verdict == VerificationVerdict.NotTested:
                Assert.Skip($"No request was sent: see {nameof(The_server_can_be_tested)}.");
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
