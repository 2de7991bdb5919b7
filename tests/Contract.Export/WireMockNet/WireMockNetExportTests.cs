using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Export.Folders;
using SocialContract.Contract.Export.WireMockNet;
using SocialContract.Contract.Tests.Reading;
using SocialContract.Contract.Tests.Spec;
using WireMock.Handlers;
using WireMock.Server;
using WireMock.Settings;

namespace SocialContract.Contract.Export.Tests.WireMockNet;

/// <summary>Real WireMock.Net, which has read the exported folder.</summary>
public sealed class WireMockNetExportTests : IDisposable
{
    private const string Accounts = "/api/v3/instagram_accounts";
    private const string Json = "application/json";

    private readonly string _folder = Directory.CreateTempSubdirectory("contract-export-").FullName;
    private readonly WireMockServer _server;
    private readonly HttpClient _client;

    public WireMockNetExportTests()
    {
        var api = Loading.Loaded(File.ReadAllText(Checkout.PathOf("spec/openapi.yaml")));
        ExportFolder.Write(_folder, WireMockNetExport.Of(api).Files).ShouldBeNull();
        _server = WireMockServer.Start(new WireMockServerSettings
        {
            ReadStaticMappings = true,
            AllowBodyForAllHttpMethods = true,
            FileSystemHandler = new LocalFileSystemHandler(_folder),
        });
        _client = _server.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_documented_requests_have_the_documented_statuses()
    {
        var table = JsonElement.Parse(await File.ReadAllTextAsync(
            Checkout.PathOf("tests/documents/requests/index.json"), TestContext.Current.CancellationToken));
        var differences = new List<string>();
        foreach (var row in table.EnumerateArray())
        {
            using var request = new HttpRequestMessage(new(Text("method")), Text("path"));
            if (row.GetProperty("body").GetString() is { } file)
            {
                request.Content = new ByteArrayContent(await File.ReadAllBytesAsync(
                    Checkout.PathOf($"tests/documents/requests/{file}"), TestContext.Current.CancellationToken));
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Text("contentType"));
            }

            request.Headers.TryAddWithoutValidation("Authentication", "Bearer TOKEN");
            using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            if ((int)response.StatusCode != row.GetProperty("status").GetInt32())
            {
                differences.Add($"{Text("name")}: found {(int)response.StatusCode}");
            }

            string Text(string member) => row.GetProperty(member).GetString()!;
        }

        differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST", Accounts, null, Json, "{}", 401)]
    [InlineData("POST", Accounts, "TOKEN", Json, "{}", 401)]
    [InlineData("POST", Accounts, "Bearer T", "text/plain", "x", 415)]
    [InlineData("POST", Accounts, "Bearer T", Json, "", 422)]
    [InlineData("POST", Accounts, "Bearer T", Json, "{}", 422)]
    [InlineData("POST", Accounts, "Bearer T", Json, "[]", 422)]
    [InlineData("POST", Accounts, "Bearer T", Json, """{"facebook_account":{"fb_token":7,"fb_uid":"u"}}""", 422)]
    [InlineData("POST", Accounts, "Bearer T", Json, """{"facebook_account":{"fb_token":"t","fb_uid":"u","location":"x"}}""", 422)]
    [InlineData("POST", Accounts, "Bearer T", Json, """{"facebook_account":{"fb_token":"t","fb_uid":"u"},"ig_accounts":[{}]}""", 422)]
    [InlineData("POST", Accounts, "Bearer T", Json, """{"facebook_account":{"fb_token":"t","fb_uid":"u"},"ig_accounts":7}""", 422)]
    [InlineData("POST", Accounts, "Bearer T", Json, """{"facebook_account":{"fb_token":"t","fb_uid":"u"}}""", 200)]
    [InlineData("DELETE", $"{Accounts}/12", "Bearer T", null, "", 200)]
    [InlineData("DELETE", $"{Accounts}/abc", "Bearer T", null, "", 422)]
    [InlineData("GET", Accounts, "Bearer T", null, "", 405)]
    [InlineData("GET", "/nowhere", null, null, "", 404)]
    public async Task A_request_is_answered_by_the_first_rule_that_it_breaks(
        string method, string path, string? token, string? contentType, string body, int status)
    {
        using var response = await SendAsync(method, path, token, contentType, body);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task A_refusal_names_the_parameter_in_the_words_of_the_documentation()
    {
        using var response = await SendAsync(
            "POST", Accounts, "Bearer T", Json, """{"facebook_account":{"fb_token":"t","fb_uid":"u"},"ig_accounts":[{"id":1}]}""");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldBe("""{"ig_accounts[username]":["is required"]}""");
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? token, string? contentType, string body)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (contentType is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        }

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authentication", token);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
