using System.Net.Http.Headers;
using System.Text.Json;

namespace SocialContract.MockServer.Tests.Responding;

public sealed class DocumentedRequestsTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "requests");

    public static TheoryData<string> Names() => [.. Entries().Select(entry => entry.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_documentations_own_request_gets_the_expected_response(string name)
    {
        var entry = Entries().Single(entry => entry.GetProperty("name").GetString() == name);
        var request = ShippedMock.Request(new HttpMethod(entry.GetProperty("method").GetString()!), entry.GetProperty("path").GetString()!);
        if (entry.GetProperty("body").GetString() is { } file)
        {
            request.Content = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Folder, file), Http.Cancelled));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(entry.GetProperty("contentType").GetString()!);
        }

        using var response = await mock.Client.Exchange(request);

        ((int)response.StatusCode).ShouldBe(entry.GetProperty("status").GetInt32(), await response.Text());
        var refused = entry.GetProperty("refused").EnumerateArray().Select(item => item.GetString()!).ToList();
        if (refused.Count > 0)
        {
            (await response.Json()).AsObject().Select(member => member.Key).ShouldBe(refused);
        }
    }

    private static List<JsonElement> Entries() =>
        [.. JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, "index.json"))).EnumerateArray()];
}
