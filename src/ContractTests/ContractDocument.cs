using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Settings;

namespace SocialContract.ContractTests;

/// <summary>
/// The document of the tests: <c>CONTRACT_SPEC</c>, else the shipped one. Loaded once; the tests' names come from it. Its references may
/// name files in its folder and in those of <c>CONTRACT_ALLOW_REFS</c>.
/// </summary>
internal static class ContractDocument
{
    private static readonly Lazy<ContractDescription> Loaded = new(Load);
    private static readonly Lazy<VerificationPlan> WithoutStates = new(() => CasePlanner.Plan(Api, PlanOptions.Default));
    private static readonly Lazy<VerificationPlan> WithStates =
        new(() => CasePlanner.Plan(Api, new PlanOptions { HasProviderStates = true }));

    public static string Path { get; } = ContractEnvironment.Process.Document ?? ShippedDocument.Path;

    /// <exception cref="ContractSettingsException">The document cannot be understood; the message lists every fault.</exception>
    public static ContractDescription Api => Loaded.Value;

    public static VerificationPlan Plan(bool hasProviderStates) => hasProviderStates ? WithStates.Value : WithoutStates.Value;

    private static ContractDescription Load()
    {
        if (ContractEnvironment.Process.FolderFaults is [var fault, ..])
        {
            throw new ContractSettingsException(fault);
        }

        return ContractLoader.Load(Path, new LoadOptions
        {
            AllowedFolders = ContractEnvironment.Process.AllowedFolders,
            AllowedFoldersName = "CONTRACT_ALLOW_REFS",
        }).Match(
            api => api,
            diagnostics => throw new ContractSettingsException(DiagnosticFormatter.Text(diagnostics).TrimEnd()));
    }
}
