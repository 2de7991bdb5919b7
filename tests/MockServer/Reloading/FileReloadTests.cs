using System.Net;
using SocialContract.Contract.Diagnostics;
using SocialContract.Tests.Support;

namespace SocialContract.MockServer.Tests.Reloading;

/// <summary>Reloads of files that are replaced by links, pipes and devices.</summary>
public sealed class FileReloadTests : IDisposable
{
    private const int Reloaded = 2;
    private const int Rejected = 3;

    private readonly DocumentFolder _folder = new();
    private readonly RecordedLog _log = new();

    /// <summary>Files that are not read: the name of a kind, or the target of a link.</summary>
    public static TheoryData<string> Kinds => ["pipe", "socket", "loop", "/dev/zero"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_entry_replaced_by_a_special_file_is_reported_and_reloading_goes_on(string kind)
    {
        await using var mock = await StartWithTypes();
        using var client = new HttpClient { BaseAddress = mock.Url };

        Replace("openapi.yaml", kind);
        (await _log.Next(Rejected)).Value<IReadOnlyList<Diagnostic>>().ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.FileUnreadable);
        (await client.GetAsync("/a0", Http.Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);

        File.Delete(_folder.At("openapi.yaml"));
        _folder.Write("openapi.yaml", DocumentFolder.DocumentOf("types.yaml", "types.yaml"));
        await _log.Next(Reloaded);
        (await client.GetAsync("/a1", Http.Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_referenced_file_replaced_by_a_special_file_is_reported_and_read_again_once_it_is_mended(string kind)
    {
        await using var mock = await StartWithTypes();
        using var client = new HttpClient { BaseAddress = mock.Url };

        Replace("types.yaml", kind);
        await _log.Next(Reloaded);
        using (var refused = await client.GetAsync("/a0", Http.Cancelled))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
            (await refused.Text()).ShouldContain("types.yaml");
        }

        File.Delete(_folder.At("types.yaml"));
        _folder.Write("types.yaml", "type: string\n");
        await _log.Next(Reloaded);
        (await client.GetAsync("/a0", Http.Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_config_map_that_gets_a_new_version_is_reloaded()
    {
        foreach (var version in (string[])["..1", "..2"])
        {
            _folder.Write($"{version}/openapi.yaml", DocumentFolder.DocumentOf("types.yaml"));
            _folder.Write($"{version}/types.yaml", $"type: object\nexample: {{ version: '{version}' }}\n");
        }

        File.SetLastWriteTimeUtc(_folder.At("..2/types.yaml"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _folder.Link("..data", "..1");
        var entry = _folder.Link("openapi.yaml", "..data/openapi.yaml");
        _folder.Link("types.yaml", "..data/types.yaml");
        await using var mock = await Start(entry);
        using var client = new HttpClient { BaseAddress = mock.Url };
        (await client.GetStringAsync("/a0", Http.Cancelled)).ShouldContain("..1");

        // As the kubelet does: a new link takes the old one's name.
        _folder.Link("..data_new", "..2");
        _folder.Rename("..data_new", "..data");
        await _log.Next(Reloaded);

        (await client.GetStringAsync("/a0", Http.Cancelled)).ShouldContain("..2");
    }

    [Fact]
    public async Task A_link_that_gets_another_target_is_followed_again()
    {
        _folder.Write("first/openapi.yaml", DocumentFolder.DocumentOf("types.yaml"));
        _folder.Write("first/types.yaml", "type: object\n");
        _folder.Write("second/openapi.yaml", DocumentFolder.DocumentOf("types.yaml", "types.yaml"));
        _folder.Write("second/types.yaml", "type: object\n");
        await using var mock = await Start(_folder.Link("current/openapi.yaml", "../first/openapi.yaml"));
        using var client = new HttpClient { BaseAddress = mock.Url };

        _folder.Link("current/new", "../second/openapi.yaml");
        _folder.Rename("current/new", "current/openapi.yaml");
        await _log.Next(Reloaded);

        (await client.GetAsync("/a1", Http.Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A mock of a document that refers to another file.</summary>
    private Task<MockHost> StartWithTypes()
    {
        _folder.Write("types.yaml", "type: object\n");
        return Start(_folder.Write("openapi.yaml", DocumentFolder.DocumentOf("types.yaml")));
    }

    private Task<MockHost> Start(string entry) => MockHost.StartAsync(
        new MockOptions { Document = entry, LoggerFactory = _log, Loading = new() { AllowedFolders = ["/dev"] } }, Http.Cancelled);

    private void Replace(string name, string kind)
    {
        File.Delete(_folder.At(name));
        _ = kind switch
        {
            "pipe" => _folder.Pipe(name),
            "socket" => _folder.Listen(name),
            "loop" => _folder.Link(name, name),
            _ => _folder.Link(name, kind),
        };
    }
}
