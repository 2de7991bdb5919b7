using System.Runtime.CompilerServices;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Exchanges;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>The mock's health and the files of the current document.</summary>
internal sealed class DocumentEndpoints
{
    /// <summary>Lists the document's files.</summary>
    public const string Documents = "/documents";

    /// <summary>Lists them, too, unless the mock has a stub folder: it lists that folder's files then, as WireMock does.</summary>
    public const string Files = "/files";

    private const string Yaml = "application/yaml";

    private static readonly ExchangeOrigin HealthOrigin = new(ExchangeOriginKind.Admin, "health");
    private static readonly ExchangeOrigin DocumentOrigin = new(ExchangeOriginKind.Admin, "document");

    private readonly IReadOnlyList<string> _taken;
    private readonly IReadOnlyList<string> _lists;

    /// <summary>For each version of the document.</summary>
    private readonly ConditionalWeakTable<DocumentSet, ServedDocuments> _served = [];

    private readonly TimeProvider _clock;
    private readonly long _started;

    /// <param name="others">The endpoints whose paths are not those of a file.</param>
    private DocumentEndpoints(TimeProvider clock, IReadOnlyList<AdminEndpoint> others)
    {
        (_clock, _started) = (clock, clock.GetTimestamp());
        _lists = others.Any(other => other is { Method: "GET", Template: Files }) ? [Documents] : [Documents, Files];
        _taken = [.. Own().Concat(others).Where(endpoint => endpoint.IsLiteral).Select(endpoint => endpoint.Template.TrimStart('/'))];
    }

    /// <summary>These endpoints and the others.</summary>
    /// <remarks>Of two with the same method and path that of the others responds.</remarks>
    public static IReadOnlyList<AdminEndpoint> With(TimeProvider clock, IReadOnlyList<AdminEndpoint> others) =>
        [.. new DocumentEndpoints(clock, others).Own().ExceptBy(others.Select(Key), Key), .. others];

    private static (string Method, string Template) Key(AdminEndpoint endpoint) => (endpoint.Method, endpoint.Template);

    private IEnumerable<AdminEndpoint> Own() =>
    [
        new("GET", "/health", request => Of(
            AdminResponse.JsonType,
            JsonSerializer.SerializeToUtf8Bytes(
                Health.Of(request.Request.Contract, _clock.GetUtcNow(), _clock.GetElapsedTime(_started)), AdminJson.Default.Health),
            HealthOrigin)),
        new("GET", "/openapi.yaml", request => Of(Yaml, DocumentsOf(request).Entry.Text, DocumentOrigin)),
        new("GET", "/openapi.json", request => Of(AdminResponse.JsonType, DocumentsOf(request).Entry.Json, DocumentOrigin)),
        .. _lists.Select(path => new AdminEndpoint("GET", path, request => Of(
            AdminResponse.JsonType,
            JsonSerializer.SerializeToUtf8Bytes(Served(request).Names, AdminJson.Default.IReadOnlyListString),
            DocumentOrigin))),
        new("GET", "/{file*}", request => Of(Served(request).Find(request.Parameter)!))
        {
            Exists = request => Served(request).Find(request.Parameter) is not null,
        },
    ];

    private static DocumentSet DocumentsOf(AdminRequest request) => request.Request.Contract.Description.Documents;

    private ServedDocuments Served(AdminRequest request) =>
        _served.GetValue(DocumentsOf(request), set => ServedDocuments.Of(set, _taken));

    private static MockResponse Of(DocumentFile file) =>
        Of(file.Text.Equals(file.Json) ? AdminResponse.JsonType : Yaml, file.Text, DocumentOrigin);

    private static MockResponse Of(string contentType, ReadOnlyMemory<byte> body, ExchangeOrigin origin) =>
        AdminResponse.Of(200, contentType, body, origin);
}

/// <summary>WireMock's members, but for the version, and those of the document.</summary>
/// <param name="Document">The document's title.</param>
/// <param name="Version">The document's.</param>
/// <param name="Operations">The number of operations of the document.</param>
/// <param name="Diagnostics">The number of warnings, and of errors that concern only some operations.</param>
internal sealed record Health(
    string Status,
    string Document,
    string Version,
    int Operations,
    int Diagnostics,
    string Message,
    long UptimeInSeconds,
    DateTimeOffset Timestamp)
{
    public static Health Of(ServedContract contract, DateTimeOffset now, TimeSpan uptime)
    {
        var description = contract.Description;
        return new(
            "healthy",
            description.Title,
            description.Version,
            description.Operations.Count,
            description.Diagnostics.Count,
            "The mock responds",
            (long)uptime.TotalSeconds,
            now);
    }
}
