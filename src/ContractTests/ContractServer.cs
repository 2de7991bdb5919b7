using SocialContract.Contract.Provenances;
using SocialContract.MockServer;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Settings;

namespace SocialContract.ContractTests;

/// <summary>
/// A class fixture that starts a server, verifies it once, and stops it. Derive from it to test a server of your own;
/// the tests of <see cref="ContractVerification{TServer}"/> look at its report.
/// </summary>
public abstract class ContractServer : IAsyncLifetime
{
    private VerificationReport? _report;

    /// <summary>Why no request was sent, in a sentence; null if the server was verified.</summary>
    public string? Fault { get; private set; }

    /// <summary>The report of the run.</summary>
    public VerificationReport Report => _report ?? throw new InvalidOperationException("The server has not been verified yet.");

    /// <summary>A check whose source is at least this sure fails its test; the others become questions, which fail no test.</summary>
    protected virtual RuleSource Gate => RuleSource.Shown;

    public async ValueTask InitializeAsync()
    {
        try
        {
            _report = await VerifyAsync();
        }
        catch (ContractSettingsException fault)
        {
            Fault = fault.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the server, or determines its URL.</summary>
    /// <exception cref="ContractSettingsException">The URL cannot be determined.</exception>
    protected abstract Task<ContractTarget> StartAsync();

    /// <summary>Stops a server that was started.</summary>
    protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;

    private async Task<VerificationReport> VerifyAsync()
    {
        var api = ContractDocument.Api;
        var target = await StartAsync();
        var tokens = target.Token is null ? target.RoleTokens : [new("", target.Token), .. target.RoleTokens];
        var options = new RunOptions
        {
            Url = target.Url,
            Tokens = tokens,
            TokenAdvice = static role => $"set {ContractEnvironment.VariableOf(role)}",
            ProviderStatesUrl = target.ProviderStatesUrl,
            Gate = Gate,
            Mock = async cancellationToken =>
            {
                var mock = await MockHost.StartAsync(
                    api, new MockOptions { Document = api.Documents.Entry.DisplayPath, Reload = false }, cancellationToken);
                return (mock.Url, mock);
            },
        };
        return await VerificationRunner.RunAsync(
            ContractDocument.Plan(target.ProviderStatesUrl is not null), options, TestContext.Current.CancellationToken);
    }
}
