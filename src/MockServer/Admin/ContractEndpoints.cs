using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>What the document says, for who writes a front-end: each operation with its examples, its rules, and a line to paste.</summary>
/// <param name="token">What a sample request has as its token.</param>
internal sealed class ContractEndpoints(string token)
{
    private static readonly ContractJson Json = new(AdminResponse.Readable(ContractJson.Default));

    public IReadOnlyList<AdminEndpoint> All => [new("GET", "/contract/operations", Operations)];

    private MockResponse Operations(AdminRequest request)
    {
        var faults = AdminFaults.Of(
            request.UnknownParameter("limit", "offset"),
            request.ReadNumber("limit", out var limit),
            request.ReadNumber("offset", out var offset));
        return faults?.Response(400) ?? Operations(request.Request, offset ?? 0, limit ?? int.MaxValue);
    }

    private MockResponse Operations(MockRequest request, int offset, int limit)
    {
        var contract = request.Contract;
        var samples = new SampleRequestBuilder(contract.Generator, token);
        var server = new Uri($"http://{request.Header("Host")}");
        var all = contract.Description.Operations;
        var shown = all.Skip(offset).Take(limit).Select(operation => new ShownOperation(
            operation.Method,
            operation.Path,
            operation.Id,
            operation.Summary,
            [.. operation.Responses.Select(ShownResponse.Of)],
            [.. RulesOf(contract.Description.Rules, operation)],
            operation.Faults.Count == 0 && samples.Build(operation) is { } sample ? CurlCommand.Of(sample, server) : null));
        var body = new ShownOperations([.. shown], all.Count);
        return AdminResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(body, Json.ShownOperations));
    }

    private static IEnumerable<ShownRule> RulesOf(RuleBook rules, Operation operation) =>
        rules.Requests(operation).Concat(rules.Responses(operation))
            .Select(use => use.Rule)
            .DistinctBy(rule => rule.Id)
            .Select(rule => new ShownRule(rule.Id, rule.Statement, rule.Source.ToWord(), rule.Node.Position.ToString()));
}

/// <param name="Total">The number of operations of the document.</param>
internal sealed record ShownOperations(IReadOnlyList<ShownOperation> Operations, int Total);

/// <param name="Curl">A request that the mock accepts; null if no value was found for a required part.</param>
internal sealed record ShownOperation(
    string Method,
    string Path,
    string OperationId,
    string? Summary,
    IReadOnlyList<ShownResponse> Responses,
    IReadOnlyList<ShownRule> Rules,
    string? Curl);

/// <param name="Status"><c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Examples">The names that <c>Prefer: example=NAME</c> takes.</param>
internal sealed record ShownResponse(string Status, string Description, IReadOnlyList<string> Examples)
{
    public static ShownResponse Of(Response response) => new(
        response.Status,
        response.Description,
        [
            .. response.Content.SelectMany(media => media.Examples)
                .Select(example => example.Name).Where(name => name.Length > 0).Distinct(),
        ]);
}

/// <param name="Text">The requirement as a sentence.</param>
/// <param name="Source"><c>stated</c>, <c>shown</c> or <c>assumed</c>.</param>
/// <param name="At">File, line and column.</param>
internal sealed record ShownRule(string Id, string Text, string Source, string At);

[JsonSerializable(typeof(ShownOperations))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ContractJson : JsonSerializerContext;
