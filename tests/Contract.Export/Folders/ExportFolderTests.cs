using SocialContract.Contract.Export.Folders;

namespace SocialContract.Contract.Export.Tests.Folders;

public sealed class ExportFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contract-export-").FullName;

    private static ExportedFile[] Files(params string[] paths) => [.. paths.Select(path => new ExportedFile(path, $"of {path}"))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_empty_folder_gets_the_files_and_a_list_of_them()
    {
        ExportFolder.Write(_folder, Files("b.json", "a/c.json")).ShouldBeNull();

        Entries().ShouldBe([".social-contract-export", "a/c.json", "b.json"]);
        File.ReadAllText(Path.Combine(_folder, ExportFolder.List)).ShouldBe("a/c.json\nb.json\n");
        File.ReadAllText(Path.Combine(_folder, "a/c.json")).ShouldBe("of a/c.json");
    }

    [Fact]
    public void A_later_export_removes_the_files_and_folders_of_the_former()
    {
        ExportFolder.Write(_folder, Files("a/c.json", "b.json"));

        ExportFolder.Write(_folder, Files("b.json", "d.json")).ShouldBeNull();

        Entries().ShouldBe([".social-contract-export", "b.json", "d.json"]);
        Directory.Exists(Path.Combine(_folder, "a")).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_no_export_wrote_is_named_and_nothing_is_changed()
    {
        ExportFolder.Write(_folder, Files("a.json"));
        File.WriteAllText(Path.Combine(_folder, "mine.txt"), "mine");

        ExportFolder.Write(_folder, Files("b.json"))
            .ShouldBe($"'{_folder}' has mine.txt, which no export wrote; an export takes an empty folder or that of a former one.");

        Entries().ShouldBe([".social-contract-export", "a.json", "mine.txt"]);
    }

    [Fact]
    public void A_list_that_leads_out_of_the_folder_removes_nothing()
    {
        var outside = Path.Combine(_folder, "outside.txt");
        File.WriteAllText(outside, "mine");
        var inside = Directory.CreateDirectory(Path.Combine(_folder, "inside")).FullName;
        File.WriteAllText(Path.Combine(inside, ExportFolder.List), $"../outside.txt\n{outside}\n");

        ExportFolder.Write(inside, Files("a.json")).ShouldBeNull();

        File.ReadAllText(outside).ShouldBe("mine");
    }

    [Fact]
    public void A_link_in_the_folder_is_refused()
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, "target")).FullName;
        var export = Directory.CreateDirectory(Path.Combine(_folder, "export")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(export, "mappings"), target);

        ExportFolder.Write(export, Files("mappings/a.json"))
            .ShouldBe($"'{export}' has the link mappings, and an export follows no links; remove it or name another folder.");

        Directory.GetFiles(target).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        ExportFolder.Write(file, Files("a.json")).ShouldBe($"an export takes a folder, and '{file}' is a file; name another path.");
    }

    private IEnumerable<string> Entries() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(_folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
