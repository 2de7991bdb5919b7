using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>Serves the mock's health and the current document at paths below <see cref="AdminPath.Prefix"/>.</summary>
/// <param name="access">Which requests may see them.</param>
internal sealed class AdminProducer(LocalAccess access) : IResponseProducer
{
    private const string Json = "application/json";
    private const string Yaml = "application/yaml";

    /// <summary>The names below the prefix that are not files of the document.</summary>
    private static readonly IReadOnlyList<string> Resources = ["health", "files", "openapi.yaml", "openapi.json"];

    private static readonly ExchangeOrigin HealthOrigin = new(ExchangeOriginKind.Admin, "health");
    private static readonly ExchangeOrigin DocumentOrigin = new(ExchangeOriginKind.Admin, "document");

    /// <summary>For each version of the document.</summary>
    private readonly ConditionalWeakTable<DocumentSet, ServedDocuments> _served = [];

    public ValueTask<MockResponse?> RespondAsync(MockRequest request)
    {
        var path = request.Path;
        return !AdminPath.Contains(path) ? default
            : access.Fault(request.Message) is { } fault ? new(Foreign(request, fault))
            : new(Respond(request, path));
    }

    private static MockResponse Foreign(MockRequest request, string fault) =>
        new Problem(403, "foreign request") { Detail = fault }.Response(request.Redactor);

    private MockResponse Respond(MockRequest request, string path)
    {
        if (Find(request.Contract, path[AdminPath.Prefix.Length..]) is not { } found)
        {
            var detail = $"The mock serves {AdminPath.Prefix}/health, {AdminPath.Prefix}/openapi.yaml, {AdminPath.Prefix}/openapi.json "
                + $"and {AdminPath.Prefix}/files, which lists the other files, but not {path}.";
            return new Problem(404, "no such path") { Detail = detail }.Response(request.Redactor);
        }

        var method = request.Message.Method;
        return method is "GET" or "HEAD"
            ? found
            : new Problem(405, "no such method") { Detail = $"{path} accepts GET, not {method}." }
                .Response(request.Redactor, new KeyValuePair<string, string>("Allow", "GET, HEAD"));
    }

    private MockResponse? Find(ServedContract contract, string resource)
    {
        var documents = contract.Description.Documents;
        return resource switch
        {
            "/health" => Of(Json, JsonSerializer.SerializeToUtf8Bytes(Health.Of(contract), AdminJson.Default.Health), HealthOrigin),
            "/openapi.yaml" => Of(Yaml, documents.Entry.Text, DocumentOrigin),
            "/openapi.json" => Of(Json, documents.Entry.Json, DocumentOrigin),
            "/files" => Of(
                Json,
                JsonSerializer.SerializeToUtf8Bytes(Served(documents).Names, AdminJson.Default.IReadOnlyListString),
                DocumentOrigin),
            _ when Served(documents).Find(Uri.UnescapeDataString(resource.TrimStart('/'))) is { } file =>
                Of(IsJson(file) ? Json : Yaml, file.Text, DocumentOrigin),
            _ => null,
        };
    }

    private ServedDocuments Served(DocumentSet documents) => _served.GetValue(documents, static set => ServedDocuments.Of(set, Resources));

    private static MockResponse Of(string contentType, ReadOnlyMemory<byte> body, ExchangeOrigin origin) =>
        new(new ResponseMessage(200, [new("Content-Type", contentType)], body), origin);

    private static bool IsJson(DocumentFile file) => file.Text.Equals(file.Json);
}

/// <param name="Document">The document's title.</param>
/// <param name="Operations">The number of operations of the document.</param>
/// <param name="Diagnostics">The number of warnings, and of errors that concern only some operations.</param>
internal sealed record Health(string Status, string Document, string Version, int Operations, int Diagnostics)
{
    public static Health Of(ServedContract contract)
    {
        var description = contract.Description;
        return new("healthy", description.Title, description.Version, description.Operations.Count, description.Diagnostics.Count);
    }
}

[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AdminJson : JsonSerializerContext;
