using System.Text;
using SocialContract.MockServer.Journal;

namespace SocialContract.MockServer.Tests.Journal;

/// <summary>The journal survives a reload of the document.</summary>
public sealed class JournalReloadTests : IDisposable
{
    private readonly TemporaryDocument _document = new(Text(""));

    public void Dispose() => _document.Dispose();

    [Fact]
    public async Task Secrets_that_only_the_reloaded_document_marks_are_redacted_in_older_entries()
    {
        await using var mock = await MockHost.StartAsync(_document.Path, Http.Cancelled);
        using var client = mock.CreateClient();
        using var content = new StringContent("""{"pin":"1234"}""", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/login", content, Http.Cancelled);
        BodyOf(mock.Requests.ShouldHaveSingleItem()).ShouldBe("""{"pin":"1234"}""");
        var before = mock.Api;

        _document.Write("openapi.yaml", Text(", x-secret: true"));
        for (var tries = 0; mock.Api == before && tries < 2000; tries++)
        {
            await Task.Delay(10, Http.Cancelled);
        }

        mock.Api.ShouldNotBe(before);
        BodyOf(mock.Requests.ShouldHaveSingleItem()).ShouldBe("""{"pin":"(redacted)"}""");
    }

    private static string BodyOf(JournalEntry entry) => Encoding.UTF8.GetString(entry.Request.Body.Span);

    private static string Text(string mark) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /login:
            post:
              requestBody:
                content: { application/json: { schema: { type: object, properties: { pin: { type: string{{mark}} } } } } }
              responses: { '204': { description: in } }
        """;
}
