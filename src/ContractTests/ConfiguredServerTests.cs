namespace SocialContract.ContractTests;

/// <summary>The contract tests of the server that the environment names.</summary>
public sealed class ConfiguredServerTests(ConfiguredServer server)
    : ContractVerification<ConfiguredServer>(server), IClassFixture<ConfiguredServer>;
