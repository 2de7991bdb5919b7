using SocialContract.Verification.Baselines;

namespace SocialContract.Verification.Tests.Baselines;

public sealed class BaselineWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("baselines").FullName;

    private static readonly Baseline Sample = new(
    [
        new BaselineEntry("FacebookAccount/fb_token/type", "createInstagramAccounts", new DateOnly(2027, 1, 31), "TEAM-412: \"soon\""),
        new BaselineEntry("#/paths/~1a/é", "0x1F", new DateOnly(2027, 2, 28), ""),
    ]);

    [Fact]
    public void The_file_can_be_read_by_people() =>
        BaselineWriter.Yaml(Sample).ShouldBe(
            """
            # Known failures: each counts as passed up to its last day. An update of this file keeps the days and notes of the
            # entries that stay.
            known:
              - rule: "FacebookAccount/fb_token/type"
                operation: "createInstagramAccounts"
                until: 2027-01-31
                note: "TEAM-412: \"soon\""
              - rule: "#/paths/~1a/é"
                operation: "0x1F"
                until: 2027-02-28

            """);

    [Theory]
    [InlineData("known.yaml")]
    [InlineData("sub/folder/known.yml")]
    [InlineData("known.json")]
    public void What_is_written_is_what_is_read_again(string name)
    {
        var path = Path.Combine(_folder, name);

        BaselineWriter.Write(Sample, path).ShouldBeNull();

        BaselineLoader.Load(path, checks: null).ShouldBeOfType<BaselineLoadResult.Loaded>().Baseline.Entries.ShouldBe(Sample.Entries);
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
    }

    [Fact]
    public void An_empty_baseline_can_be_read_again()
    {
        var path = Path.Combine(_folder, "known.yaml");

        BaselineWriter.Write(Baseline.Empty, path);

        BaselineLoader.Load(path, checks: null).ShouldBeOfType<BaselineLoadResult.Loaded>().Baseline.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void A_note_cannot_leave_its_scalar()
    {
        var path = Path.Combine(_folder, "known.yaml");
        var hostile = new Baseline([new BaselineEntry("a", "b", new DateOnly(2027, 1, 31), "x\"\nknown: []\r\n\u001b[31m\u202e")]);

        BaselineWriter.Write(hostile, path);

        BaselineLoader.Load(path, checks: null).ShouldBeOfType<BaselineLoadResult.Loaded>().Baseline.Entries.ShouldHaveSingleItem()
            .Note.ShouldBe("x\"\\u000aknown: []\\u000d\\u000a\\u001b[31m\\u202e");
    }

    [Fact]
    public void A_folder_is_not_overwritten() =>
        BaselineWriter.Write(Sample, _folder).ShouldBe($"the baseline cannot be written to {_folder}: it is a folder");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
