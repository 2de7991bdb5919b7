using SocialContract.Verification.Results;

namespace SocialContract.ContractTests;

/// <summary>
/// The contract as tests, one for each rule of each operation: derive a class from it for a server of your own, with the server as a class fixture.
/// </summary>
/// <typeparam name="TServer">Starts the server; the whole contract is asked once for all tests of the class.</typeparam>
public abstract class ContractVerification<TServer>(TServer server)
    where TServer : ContractServer
{
    [Fact]
    public void The_server_can_be_tested()
    {
        Assert.True(server.Fault is null, server.Fault);
        Assert.True(server.Report.Verdict != VerificationVerdict.NotTested, server.Report.Reason);
    }

    [Theory]
    [ContractRules]
    public void Keeps(string operation, string rule)
    {
        Assert.SkipWhen(server.Fault is not null, server.Fault ?? "");
        var row = server.Report.Rules.Single(one => one.Operation == operation && one.Id == rule);
        switch (row.Outcome)
        {
            case Outcome.Passed:
                break;
            case Outcome.Failed:
                Assert.Fail(FailureMessage.Of(row));
                break;
            default:
                Assert.Skip(FailureMessage.Of(row));
                break;
        }
    }
}
