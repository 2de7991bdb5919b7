using SocialContract.Contract;

namespace SocialContract.Verification.Settings;

/// <summary>Settings from environment variables, where options are absent; the same for the command line and for tests.</summary>
/// <param name="read">Gives a variable's value, or null.</param>
internal sealed class ContractEnvironment(Func<string, string?> read)
{
    /// <summary>This process's own variables.</summary>
    public static ContractEnvironment Process { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary><c>CONTRACT_URL</c>.</summary>
    public string? Url => Value("CONTRACT_URL");

    /// <summary><c>CONTRACT_SPEC</c>.</summary>
    public string? Document => Value("CONTRACT_SPEC");

    /// <summary>
    /// <c>CONTRACT_ALLOW_REFS</c>: folders, besides that of the document, whose files its references may name. Separated as in
    /// <c>PATH</c>.
    /// </summary>
    public IReadOnlyList<string> AllowedFolders =>
        Value("CONTRACT_ALLOW_REFS")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A sentence for each of those folders that does not exist.</summary>
    public IReadOnlyList<string> FolderFaults =>
    [
        .. AllowedFolders.Where(folder => !Directory.Exists(folder))
            .Select(folder => $"CONTRACT_ALLOW_REFS takes folders that exist, separated by '{Path.PathSeparator}'; found '{folder}'."),
    ];

    /// <summary><c>CONTRACT_PROVIDER_STATES_URL</c>.</summary>
    public string? ProviderStatesUrl => Value("CONTRACT_PROVIDER_STATES_URL");

    /// <summary>
    /// <c>CONTRACT_TOKEN</c> under the empty role, then <c>CONTRACT_TOKEN_ROLE</c> for each role that the document names.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tokens(ContractDescription api) =>
    [
        .. RolesOf(api).Prepend("")
            .Select(role => new KeyValuePair<string, string?>(role, Value(VariableOf(role))))
            .Where(pair => pair.Value is not null)
            .Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value!)),
    ];

    /// <summary>A sentence for each variable that holds what cannot be used; none of them holds anything of a token.</summary>
    public IReadOnlyList<string> Faults(ContractDescription api) =>
    [
        .. Faults("CONTRACT_URL", Url, TargetUrl.FaultOfBase),
        .. Faults("CONTRACT_PROVIDER_STATES_URL", ProviderStatesUrl, TargetUrl.FaultOf),
        .. TokenFaults(api),
    ];

    /// <summary>The same, of the variables that hold tokens alone.</summary>
    public IReadOnlyList<string> TokenFaults(ContractDescription api) =>
        [.. Tokens(api).SelectMany(token => Faults(VariableOf(token.Key), token.Value, TokenText.FaultOf))];

    /// <summary>The roles that the document's security schemes name, each once.</summary>
    public static IReadOnlyList<string> RolesOf(ContractDescription api) =>
        [.. api.SecuritySchemes.Values.SelectMany(scheme => scheme.Roles).Distinct(StringComparer.Ordinal)];

    /// <summary>The variable that holds the token of a role; the empty name is that of callers without a particular role.</summary>
    public static string VariableOf(string role) => role.Length == 0 ? "CONTRACT_TOKEN" : $"CONTRACT_TOKEN_{role.ToUpperInvariant()}";

    private static IEnumerable<string> Faults(string name, string? value, Func<string, string?> faultOf) =>
        value is not null && faultOf(value) is { } fault ? [$"{name} {fault}"] : [];

    private string? Value(string name) => read(name) is { Length: > 0 } value ? value : null;
}
