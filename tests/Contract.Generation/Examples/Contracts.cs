using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Reading;

namespace SocialContract.Contract.Generation.Tests.Examples;

/// <summary>Small documents for tests.</summary>
internal static class Contracts
{
    public static ContractDescription Load(string yaml) =>
        ContractLoader.LoadText(yaml, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;

    /// <summary>One operation, <c>GET /things</c>, with the given responses: YAML without indentation.</summary>
    public static ContractDescription WithResponses(string responses, string version = "3.1.0", string components = "") =>
        Load($"""
            openapi: {version}
            info: {"{"} title: T, version: '1' {"}"}
            paths:
              /things:
                get:
                  responses:
            {Indented(responses, 8)}
            {components}
            """);

    public static ResponseSelector Selector(ContractDescription api, ResponseOptions? options = null) =>
        new(api, api.Operations[0], new DataGenerator(api), options);

    /// <summary>The response that is chosen from the given ones for a preference.</summary>
    public static Selection.Chosen Chosen(string responses, Preference preference, string? accept = null) =>
        Selector(WithResponses(responses)).Select(preference, accept).ShouldBeOfType<Selection.Chosen>();

    public static string Indented(string text, int spaces) =>
        string.Join('\n', text.Split('\n').Select(line => new string(' ', spaces) + line));
}
