using SocialApi.Contract.Model;
using SocialApi.Verification.Results;
using SocialApi.Verification.Running;

namespace SocialApi.ContractTests;

/// <summary>
/// A class fixture that starts a server, verifies it once by the whole contract, and stops it. Derive from it to test a server of your own; the
/// tests of <see cref="ContractVerification{TServer}"/> look at its report.
/// </summary>
public abstract class ContractServer : IAsyncLifetime
{
    private VerificationReport? _report;

    /// <summary>What the run found out.</summary>
    public VerificationReport Report => _report ?? throw new InvalidOperationException("The server has not been verified yet.");

    /// <summary>Rules at least this sure fail; the others are skipped as questions.</summary>
    protected virtual RuleSource Gate => RuleSource.Shown;

    public async ValueTask InitializeAsync()
    {
        var target = await StartAsync();
        var tokens = target.Token is null ? target.RoleTokens : [new("", target.Token), .. target.RoleTokens];
        var options = new RunOptions
        {
            Url = target.Url,
            Tokens = tokens,
            ProviderStatesUrl = target.ProviderStatesUrl,
            Gate = Gate,
            Mock = cancelled => MockAnswers.StartAsync(ContractDocument.Api, cancelled),
        };
        _report = await VerificationRunner.RunAsync(ContractDocument.Plan(target.ProviderStatesUrl is not null), options, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the server, or finds out where it is.</summary>
    protected abstract Task<ContractTarget> StartAsync();

    /// <summary>Stops what was started.</summary>
    protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;
}
