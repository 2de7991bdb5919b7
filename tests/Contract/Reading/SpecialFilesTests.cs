using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Files that have no end, or that hold whoever opens them: within a second there is a diagnostic, at the reference.</summary>
public sealed class SpecialFilesTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly DocumentFolder _folder = new();

    public SpecialFilesTests()
    {
        _folder.Pipe("pipe");
        _folder.Listen("socket");
        _folder.Link("first", "second");
        _folder.Link("second", "first");
        _folder.Grow("large", (100L * 1024 * 1024) + 1);
        _folder.Grow("huge", 1L << 40);
        _folder.Write("folder/types.yaml", "type: object\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pipe", "this is a pipe, and only regular files are read")]
    [InlineData("socket", "this is a socket, and only regular files are read")]
    [InlineData("first", "its symbolic links form a loop, or there are more than 40")]
    [InlineData("folder", "this is a folder; give the path of the document in it")]
    [InlineData("large", "the file has 104857601 bytes; the limit is 104857600, which DocumentLimits.MaxFileBytes changes")]
    [InlineData("huge", "the file has 1099511627776 bytes; the limit is 104857600, which DocumentLimits.MaxFileBytes changes")]
    [InlineData("/dev/zero", "this is a device, and only regular files are read")]
    [InlineData("/dev/null", "this is a device, and only regular files are read")]
    [InlineData("/dev/tty", "this is a device, and only regular files are read")]
    [InlineData("/proc/cpuinfo", "this is a file of the operating system's kernel")]
    public async Task A_special_file_is_not_read(string reference, string reason)
    {
        var entry = _folder.Write("openapi.yaml", DocumentFolder.DocumentOf(reference));

        var loaded = await InASecond(() => ContractLoader.Load(entry, new LoadOptions { AllowedFolders = ["/"] }));

        var fault = loaded.ShouldBeOfType<LoadResult.Loaded>().Api.Diagnostics.ShouldHaveSingleItem();
        fault.Message.ShouldBe($"{reference} cannot be read: {reason}");
        fault.Position.ToString().ShouldBe($"{entry}:6:93");
    }

    [Theory]
    [InlineData("pipe", DiagnosticCodes.FileUnreadable)]
    [InlineData("socket", DiagnosticCodes.FileUnreadable)]
    [InlineData("first", DiagnosticCodes.FileUnreadable)]
    [InlineData("folder", DiagnosticCodes.FileUnreadable)]
    [InlineData("large", DiagnosticCodes.FileTooLarge)]
    [InlineData("absent", DiagnosticCodes.FileMissing)]
    [InlineData("openapi.yaml/absent", DiagnosticCodes.FileMissing)]
    [InlineData("/dev/zero", DiagnosticCodes.FileUnreadable)]
    [InlineData("/proc/self/environ", DiagnosticCodes.FileUnreadable)]
    public async Task A_special_file_is_not_a_document(string name, string code)
    {
        var loaded = await InASecond(() => ContractLoader.Load(_folder.At(name)));

        loaded.ShouldBeOfType<LoadResult.Rejected>().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_file_as_large_as_the_limit_is_read()
    {
        var entry = _folder.Write("openapi.yaml", DocumentFolder.DocumentOf("folder/types.yaml"));
        var length = (int)new FileInfo(entry).Length;

        ContractLoader.Load(entry, new LoadOptions { Limits = new() { MaxFileBytes = length } }).ShouldBeOfType<LoadResult.Loaded>();
        ContractLoader.Load(entry, new LoadOptions { Limits = new() { MaxFileBytes = length - 1 } }).ShouldBeOfType<LoadResult.Rejected>();
    }

    [Fact]
    public void An_unreadable_file_is_remembered_since_a_change_of_it_matters()
    {
        var entry = _folder.Write("openapi.yaml", DocumentFolder.DocumentOf("pipe", "absent.yaml", "/etc/passwd"));

        ContractLoader.Load(entry).ShouldBeOfType<LoadResult.Loaded>().Api.Documents.Unread
            .ShouldBe([_folder.At("pipe"), _folder.At("absent.yaml")]);
    }

    private static Task<LoadResult> InASecond(Func<LoadResult> load) =>
        Task.Run(load).WaitAsync(Second, TestContext.Current.CancellationToken);
}
