using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SocialContract.MockServer.Stubs;

namespace SocialContract.MockServer.Tests.Stubs;

public sealed class StubFolderTests : IDisposable
{
    private const string Stub = """{"request":{"url":"/f"},"response":{"bodyFileName":"NAME"}}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_stubs_of_a_folder_respond_with_their_files_and_come_back_after_a_reset()
    {
        Write("mappings/a.json", """{"request":{"url":"/a"},"response":{"bodyFileName":"sub/a.txt"}}""");
        Write("mappings/more/b.json", """{"mappings":[{"request":{"url":"/b"},"response":{"body":"b"}}]}""");
        Write("__files/sub/a.txt", "from a file");
        await using var mock = await StartAsync();
        using var client = mock.CreateClient();

        await client.PostAsync("/__admin/mappings/reset", null, Http.Cancelled);

        (await client.GetStringAsync("/a", Http.Cancelled)).ShouldBe("from a file");
        (await client.GetStringAsync("/b", Http.Cancelled)).ShouldBe("b");
    }

    [Fact]
    public async Task Under_strict_stubs_those_that_the_document_contradicts_are_left_out_also_after_a_reset()
    {
        Write("mappings/a.json", """{"request":{"url":"/nowhere"},"response":{"body":"a"}}""");
        Write("mappings/b.json", """{"request":{"urlPattern":"/.ny"},"response":{"body":"b"}}""");
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, MappingsFolder = _folder.FullName, StrictStubs = true, Reload = false },
            Http.Cancelled);
        using var client = mock.CreateClient();

        using var reset = await client.PostAsync("/__admin/reset", null, Http.Cancelled);
        using var leftOut = await client.GetAsync("/nowhere", Http.Cancelled);

        reset.StatusCode.ShouldBe(HttpStatusCode.OK);
        leftOut.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync("/any", Http.Cancelled)).ShouldBe("b");
    }

    [Fact]
    public async Task All_faults_of_all_files_are_reported_with_their_places()
    {
        Write("mappings/a.json", """{"request":{"methd":"GET"},"respone":{}}""");
        Write("mappings/b.json", "{");

        var rejected = await Should.ThrowAsync<StubsRejectedException>(StartAsync);

        rejected.Faults.Count.ShouldBe(3);
        rejected.Faults[0].ShouldStartWith($"{_folder.FullName}/mappings/a.json#/");
        rejected.Faults[2].ShouldStartWith($"{_folder.FullName}/mappings/b.json#: ");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said()
    {
        var options = new MockOptions { Document = ShippedMock.Document, MappingsFolder = "/nowhere/stubs" };

        var rejected = await Should.ThrowAsync<StubsRejectedException>(() => MockHost.StartAsync(options, Http.Cancelled));

        rejected.Faults.ShouldBe(["/nowhere/stubs: there is no such folder"]);
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("link")]
    public async Task A_body_outside_the_folder_is_never_sent(string name)
    {
        Write("secret.txt", "kept");
        Write("__files/plain.txt", "sent");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "__files", "link"), Path.Combine(_folder.FullName, "secret.txt"));
        await using var mock = await StartAsync();
        using var client = mock.CreateClient();

        using var posted = await client.PostAsync(
            "/__admin/mappings", new StringContent(Stub.Replace("NAME", name, StringComparison.Ordinal)), Http.Cancelled);
        using var response = await client.GetAsync("/f", Http.Cancelled);

        (await response.Text()).ShouldNotContain("kept");
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.InternalServerError, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_file_that_is_missing_is_said_when_the_stub_arrives_and_the_response_has_no_absolute_path()
    {
        Write("mappings/a.json", """{"name":"lost","request":{"url":"/f"},"response":{"bodyFileName":"./p.json"}}""");
        using var log = new RecordedLog();
        await using var mock = await StartAsync(log);
        using var client = mock.CreateClient();

        using var response = await client.GetAsync("/f", Http.Cancelled);
        Write("__files/p.json", "found");

        (await log.Next(16)).Message.ShouldBe(
            "The stub lost cannot respond, at /response/bodyFileName: The folder of stubs has no file __files/./p.json, so that the stub "
            + "responds 500; add the file.");
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Json())["detail"]!.GetValue<string>().ShouldBe(
            "The stub lost has no response: The folder of stubs has no file __files/./p.json.");
        (await client.GetStringAsync("/f", Http.Cancelled)).ShouldBe("found");
    }

    [Fact]
    public async Task Under_strict_stubs_a_stub_whose_body_file_is_missing_is_refused()
    {
        await using var mock = await StartAsync(null, isStrict: true);
        using var client = mock.CreateClient();

        using var refused = await client.PostAsync(
            "/__admin/mappings",
            new StringContent("""{"request":{"urlPattern":"/any.*"},"response":{"bodyFileName":"p.json"}}"""),
            Http.Cancelled);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Text()).ShouldContain("__files/p.json");
    }

    [Fact]
    public async Task A_link_among_the_stubs_is_said_at_the_start()
    {
        Write("a.json", """{"request":{"url":"/a"}}""");
        Write("mappings/b.json", """{"request":{"url":"/b"}}""");
        var link = Path.Combine(_folder.FullName, "mappings", "x.json");
        File.CreateSymbolicLink(link, Path.Combine(_folder.FullName, "a.json"));
        using var log = new RecordedLog();

        await using var mock = await StartAsync(log);

        (await log.Next(8)).Message.ShouldBe(
            $"{link} is a link, which is not followed: its stubs are left out; copy them into the folder.");
    }

    private Task<MockHost> StartAsync(ILoggerFactory? log, bool isStrict = false) => MockHost.StartAsync(
        new MockOptions
        {
            Document = ShippedMock.Document,
            MappingsFolder = _folder.FullName,
            Reload = false,
            StrictStubs = isStrict,
            LoggerFactory = log ?? NullLoggerFactory.Instance,
        },
        Http.Cancelled);

    private Task<MockHost> StartAsync() => MockHost.StartAsync(
        new MockOptions { Document = ShippedMock.Document, MappingsFolder = _folder.FullName, Reload = false }, Http.Cancelled);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
