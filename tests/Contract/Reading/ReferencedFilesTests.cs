using System.Globalization;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Which files a document may consist of, with real files and links.</summary>
public sealed class ReferencedFilesTests : IDisposable
{
    private const string Secret = "topsecret";

    private readonly DocumentFolder _folder = new();

    public ReferencedFilesTests()
    {
        _folder.Write("outside/types.yaml", $"type: object\ndescription: {Secret}\n");
        _folder.Write("outside/passwd", $"root:x:0:0:{Secret}\n- : {Secret}\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../outside/types.yaml")]
    [InlineData("../outside/types.yaml#/properties/a")]
    [InlineData("../outside/passwd")]
    [InlineData("../outside/absent.yaml")]
    [InlineData("%2e%2e/outside/types.yaml")]
    [InlineData("..%2Foutside%2Ftypes.yaml")]
    [InlineData("sub/../../outside/types.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("/../../etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/proc/self/environ")]
    [InlineData("/dev/zero")]
    [InlineData("C:\\outside\\types.yaml")]
    public void A_reference_out_of_the_folder_is_refused_whether_or_not_the_file_exists(string reference)
    {
        var fault = FaultOf(reference);

        fault.Code.ShouldBe(DiagnosticCodes.ReferenceOutside);
        fault.Message.ShouldBe(
            $"{reference} is outside the document's folder, so it is not read; "
                + "to read it, allow a folder that contains it with LoadOptions.AllowedFolders");
        fault.Position.Line.ShouldBe(6);
        fault.Position.Column.ShouldBe(93);
    }

    [Theory]
    [InlineData("//host/share/types.yaml")]
    [InlineData(@"\\host\share\types.yaml")]
    [InlineData("file://localhost/etc/passwd")]
    [InlineData("http://127.0.0.1:1/types.yaml")]
    [InlineData("https://example.com/types.yaml")]
    public void A_reference_to_another_host_is_refused(string reference) =>
        FaultOf(reference).Code.ShouldBe(DiagnosticCodes.ReferenceRemote);

    [Fact]
    public void A_name_with_a_nul_is_refused() =>
        FaultOf("types%00.yaml").Message.ShouldBe("types%00.yaml contains a NUL character (%00), which no file's name has");

    [Fact]
    public void Backslashes_do_not_lead_out_of_the_folder() =>
        FaultOf(@"..\outside\types.yaml").Message.ShouldEndWith(
            @"there is no such file; the folders of a reference are separated by /, not by \");

    [Fact]
    public void Names_are_compared_with_their_case()
    {
        _folder.Write("document/Types.yaml", "type: object\n");

        FaultOf("types.yaml").Message.ShouldEndWith("there is no such file; did you mean Types.yaml?");
    }

    [Fact]
    public void An_allowed_folder_may_be_referred_to_by_any_of_its_names()
    {
        _folder.Link("link", "outside");

        foreach (var allowed in (string[])["outside", "outside/", "link", "document/../outside", "."])
        {
            FaultsOf("../outside/types.yaml", _folder.At(allowed)).ShouldBeEmpty(allowed);
        }

        FaultsOf("../outside/types.yaml", _folder.At("document")).ShouldNotBeEmpty();
        FaultsOf("../outside/types.yaml", _folder.At("out")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("types.yaml", "../outside/types.yaml", "types.yaml")]
    [InlineData("sub", "../outside", "sub/types.yaml")]
    [InlineData("first.yaml", "second.yaml", "first.yaml")]
    public void A_symbolic_link_out_of_the_folder_is_refused_and_its_target_not_quoted(string name, string target, string reference)
    {
        _folder.Link("document/second.yaml", "../outside/passwd");
        _folder.Link($"document/{name}", target);

        var fault = FaultOf(reference);

        fault.Code.ShouldBe(DiagnosticCodes.ReferenceOutside);
        fault.Message.ShouldStartWith($"{reference} leads through a symbolic link out of the document's folder");
        fault.Excerpt.ShouldNotContain(Secret);
        FaultsOf(reference, _folder.At("outside")).ShouldNotContain(other => other.Code == DiagnosticCodes.ReferenceOutside);
    }

    [Fact]
    public void Symbolic_links_inside_the_folder_are_followed()
    {
        _folder.Write("document/real/types.yaml", "type: object\n");
        _folder.Link("document/folder", "real");
        _folder.Link("document/types.yaml", "folder/types.yaml");
        _folder.Link("document/absolute.yaml", _folder.At("document/folder/types.yaml"));

        FaultsOf("types.yaml").ShouldBeEmpty();
        FaultsOf("folder/types.yaml").ShouldBeEmpty();
        FaultsOf("absolute.yaml").ShouldBeEmpty();
    }

    [Fact]
    public void A_mounted_config_map_is_one_folder()
    {
        _folder.Write("mount/..2026_11_27/openapi.yaml", DocumentFolder.DocumentOf("types.yaml"));
        _folder.Write("mount/..2026_11_27/types.yaml", "type: object\n");
        _folder.Link("mount/..data", "..2026_11_27");
        _folder.Link("mount/types.yaml", "..data/types.yaml");

        Load(_folder.Link("mount/openapi.yaml", "..data/openapi.yaml")).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void References_of_a_linked_document_are_those_of_the_file_itself()
    {
        _folder.Write("elsewhere/openapi.yaml", DocumentFolder.DocumentOf("types.yaml", "../outside/types.yaml"));
        _folder.Write("elsewhere/types.yaml", "type: object\n");

        var api = Load(_folder.Link("document/openapi.yaml", "../elsewhere/openapi.yaml"));

        api.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.ReferenceOutside);
        api.Documents.Files.Select(file => file.DisplayPath)
            .ShouldBe([_folder.At("document/openapi.yaml"), _folder.At("elsewhere/types.yaml")]);
    }

    [Fact]
    public void A_file_that_is_only_text_is_not_part_of_the_document()
    {
        _folder.Write("document/.env", $"TOKEN={Secret}\n");

        var api = LoadReferring(".env");

        api.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe(".env cannot be read: an object is expected in it; found text");
        api.Documents.Files.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("\"{0}\": 1\n\"{0}\": 2\n")]
    [InlineData("a: *{0}\n")]
    [InlineData("a: &{0} [*{0}]\n")]
    [InlineData("a: !{0} b\n")]
    [InlineData("a: b: {0}\n")]
    [InlineData("{{\"{0}\": 1, \"{0}\": 2}}")]
    public void A_faulty_file_is_quoted_up_to_a_bound(string text)
    {
        _folder.Write("document/types.yaml", string.Format(CultureInfo.InvariantCulture, text, new string('x', 100_000)));

        var faults = FaultsOf("types.yaml");

        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(fault => fault.Message.Length < 400 && fault.Excerpt.Length < 400);
    }

    private Diagnostic FaultOf(string reference) => FaultsOf(reference).ShouldHaveSingleItem();

    private IReadOnlyList<Diagnostic> FaultsOf(string reference, params string[] allowed) =>
        LoadReferring(reference, allowed).Diagnostics;

    private ContractDescription LoadReferring(string reference, params string[] allowed) =>
        Load(_folder.Write("document/openapi.yaml", DocumentFolder.DocumentOf(reference)), allowed);

    private static ContractDescription Load(string path, params string[] allowed) =>
        ContractLoader.Load(path, new LoadOptions { AllowedFolders = allowed }).ShouldBeOfType<LoadResult.Loaded>().Api;
}
