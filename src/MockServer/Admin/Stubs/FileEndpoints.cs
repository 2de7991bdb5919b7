using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs;

namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>The body files of stubs, which are in <c>__files</c> of the stub folder and nowhere else.</summary>
/// <param name="optionAdvice">How an option of the mock is named.</param>
internal sealed class FileEndpoints(ConfinedFiles files, Func<string, string> optionAdvice)
{
    public IReadOnlyList<AdminEndpoint> All =>
    [
        .. files.HasFolder ? [new AdminEndpoint("GET", "/files", _ => List())] : Array.Empty<AdminEndpoint>(),
        new("GET", "/files/{name*}", Read),
        new("PUT", "/files/{name*}", Write),
        new("DELETE", "/files/{name*}", Delete),
    ];

    private MockResponse List() => AdminResponse.Json(200, writer =>
    {
        writer.WriteStartArray();
        foreach (var name in files.List(FileTemplates.BodyFolder))
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    });

    private MockResponse Read(AdminRequest request) => Confined(request, path => files.FileExists(path)
        ? AdminResponse.Of(200, "application/octet-stream", files.ReadFile(path), AdminResponse.Origin)
        : Missing(request));

    private MockResponse Write(AdminRequest request) => Confined(request, path =>
    {
        files.Write(path, request.Body.Span);
        return AdminResponse.Done;
    });

    private MockResponse Delete(AdminRequest request) => Confined(request, path =>
    {
        if (!files.FileExists(path))
        {
            return Missing(request);
        }

        files.Delete(path);
        return AdminResponse.Done;
    });

    private MockResponse Confined(AdminRequest request, Func<string, MockResponse> then)
    {
        if (!files.HasFolder)
        {
            var option = optionAdvice(nameof(MockOptions.MappingsFolder));
            var detail = $"The mock has no stub folder; to keep files, give it one with {option}.";
            return StubFaults.Of(request.Redactor, "/path/name", "No stub folder", detail);
        }

        try
        {
            return then($"{FileTemplates.BodyFolder}/{request.Parameter}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return StubFaults.Of(request.Redactor, "/path/name", "The file is refused", refused.Message);
        }
    }

    private static MockResponse Missing(AdminRequest request) => AdminFault.Of(
        request.Redactor, "/path/name", "No such file", $"The stub folder has no file {request.Parameter}.").Response(404);
}
