namespace SocialContract.ContractTests;

/// <summary>A setting or the document cannot be used: one test fails with the message, and the others are skipped with it.</summary>
public sealed class ContractSettingsException(string message) : Exception(message);
