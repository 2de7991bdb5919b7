namespace SocialContract.ContractTests;

/// <summary>The contract, asked of the server that the environment names.</summary>
public sealed class ConfiguredServerTests(ConfiguredServer server)
    : ContractVerification<ConfiguredServer>(server), IClassFixture<ConfiguredServer>;
