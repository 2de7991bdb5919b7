using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Routing;
using SocialContract.MockServer;
using SocialContract.Verification.Messages;

namespace SocialContract.Cli.Terminal;

/// <summary>
/// What a mock server prints when it starts: what it serves and where it listens, then a table of operations with a line to paste for
/// each.
/// </summary>
internal static class StartReport
{
    /// <summary>A longer table would hide the address; the document is at <c>/__admin/openapi.yaml</c>.</summary>
    private const int OperationLimit = 40;

    private const int WarningLimit = 10;

    /// <summary>What is known at once, with the address. Lines, each with its line end.</summary>
    public static string Banner(ContractDescription api, Uri url)
    {
        using var output = new StringWriter();
        output.WriteLine($"{api.Title} {api.Version} ({api.Documents.Entry.DisplayPath}, OpenAPI {api.OpenApi})");
        output.WriteLine(Counts(api));
        Warnings(output, api);
        output.WriteLine($"Listening on {url.GetLeftPart(UriPartial.Authority)}");
        output.WriteLine();
        return output.ToString();
    }

    /// <summary>The table of operations, whose sample requests may take seconds to find. Lines, each with its line end.</summary>
    public static string Operations(ContractDescription api, MockOptions options, Uri url)
    {
        using var output = new StringWriter();
        Operations(output, api, options, url);
        output.WriteLine();
        return output.ToString();
    }

    private static string Counts(ContractDescription api)
    {
        var rules = api.Rules.CountBySource();
        int Of(RuleSource source) => rules.TryGetValue(source, out var count) ? count : 0;
        return $"{Amount.Of(api.Operations.Count, "operation")}, {Amount.Of(rules.Values.Sum(), "rule")} "
            + $"({Of(RuleSource.Stated)} stated, {Of(RuleSource.Shown)} shown, {Of(RuleSource.Assumed)} assumed), "
            + $"{Amount.Of(api.Gaps.Count, "gap")}, {Amount.Of(api.Diagnostics.Count, "warning")}";
    }

    private static void Warnings(StringWriter output, ContractDescription api)
    {
        foreach (var diagnostic in api.Diagnostics.Take(WarningLimit))
        {
            output.WriteLine($"  {diagnostic.Position}: {diagnostic.Message}");
        }

        if (api.Diagnostics.Count > WarningLimit)
        {
            output.WriteLine($"  and {api.Diagnostics.Count - WarningLimit} more; `social-contract lint` lists them");
        }
    }

    private static void Operations(StringWriter output, ContractDescription api, MockOptions options, Uri url)
    {
        var samples = new SampleRequestBuilder(new DataGenerator(api), options.Tokens.Count > 0 ? CurlCommand.TokenVariable : "TOKEN");
        var shown = api.Operations.Take(OperationLimit).ToList();
        var method = shown.Select(operation => operation.Method.Length).DefaultIfEmpty().Max();
        var path = shown.Select(operation => operation.Path.Length).DefaultIfEmpty().Max();
        foreach (var operation in shown)
        {
            var name = operation.Id == $"{operation.Method} {operation.Path}" ? "" : operation.Id;
            output.WriteLine($"  {operation.Method.PadRight(method)}  {operation.Path.PadRight(path)}  {name}".TrimEnd());
            output.WriteLine(operation.Faults.Count > 0
                ? $"    responds with 501: {operation.Faults[0].Position}: {operation.Faults[0].Message}"
                : AdminPath.HintFor(operation) is { } hint ? $"    ({hint})"
                : samples.Build(operation) is { } sample ? $"    {CurlCommand.Of(sample, url)}"
                : "    (no example request: no value was found for a required parameter or the body)");
        }

        if (api.Operations.Count > OperationLimit)
        {
            output.WriteLine($"  and {api.Operations.Count - OperationLimit} more operations");
        }
    }
}
