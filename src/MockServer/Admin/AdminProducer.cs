using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>Serves the mock's health and the current document at paths below <see cref="Prefix"/>.</summary>
internal sealed class AdminProducer : IResponseProducer
{
    private const string Prefix = "/__admin";
    private const string Json = "application/json";
    private const string Yaml = "application/yaml";

    private static readonly ExchangeOrigin HealthOrigin = new(ExchangeOriginKind.Admin, "health");
    private static readonly ExchangeOrigin DocumentOrigin = new(ExchangeOriginKind.Admin, "document");

    public ValueTask<MockResponse?> RespondAsync(MockRequest request)
    {
        var path = request.Path;
        var isAdmin = path.StartsWith(Prefix, StringComparison.Ordinal) && (path.Length == Prefix.Length || path[Prefix.Length] == '/');
        return isAdmin ? new(Respond(request, path)) : default;
    }

    private static MockResponse Respond(MockRequest request, string path)
    {
        if (Find(request.Contract, path[Prefix.Length..]) is not { } found)
        {
            var detail = $"The mock serves {Prefix}/health, {Prefix}/openapi.yaml and {Prefix}/openapi.json, but not {path}.";
            return new Problem(404, "no such path") { Detail = detail }.Response();
        }

        var method = request.Message.Method;
        return method is "GET" or "HEAD"
            ? found
            : new Problem(405, "no such method") { Detail = $"{path} accepts GET, not {method}." }
                .Response(new KeyValuePair<string, string>("Allow", "GET, HEAD"));
    }

    private static MockResponse? Find(ServedContract contract, string resource)
    {
        var entry = contract.Description.Documents.Entry;
        return resource switch
        {
            "/health" => Of(Json, JsonSerializer.SerializeToUtf8Bytes(Health.Of(contract), AdminJson.Default.Health), HealthOrigin),
            "/openapi.yaml" => Of(Yaml, entry.Text, DocumentOrigin),
            "/openapi.json" => Of(Json, entry.Json, DocumentOrigin),
            _ when Referenced(contract, resource) is { } file => Of(IsJson(file) ? Json : Yaml, file.Text, DocumentOrigin),
            _ => null,
        };
    }

    private static MockResponse Of(string contentType, ReadOnlyMemory<byte> body, ExchangeOrigin origin) =>
        new(new ResponseMessage(200, [new("Content-Type", contentType)], body), origin);

    /// <summary>
    /// A file of the document by its path relative to the entry, so that a <c>$ref</c> in the served entry file resolves.
    /// </summary>
    private static DocumentFile? Referenced(ServedContract contract, string resource)
    {
        var documents = contract.Description.Documents;
        return Uri.TryCreate(documents.Entry.Uri, resource.TrimStart('/'), out var uri)
            ? documents.Files.FirstOrDefault(file => file != documents.Entry && file.Uri == uri)
            : null;
    }

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
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AdminJson : JsonSerializerContext;
