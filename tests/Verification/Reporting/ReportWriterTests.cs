using SocialContract.Verification.Reporting;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class ReportWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reports").FullName;

    [Fact]
    public void Missing_folders_are_created()
    {
        var file = Path.Combine(_folder, "a", "b", "report.json");

        ReportWriter.WriteAll(Reports.Of(Reports.Check()), [new ReportRequest(ReportFormat.Json, file)]).ShouldBeEmpty();

        File.ReadAllText(file).ShouldStartWith("{\n  \"verdict\": \"conforms\",");
    }

    [Fact]
    public void An_existing_file_is_replaced()
    {
        var file = Path.Combine(_folder, "report.md");
        File.WriteAllText(file, new string('x', 100_000));

        ReportWriter.WriteAll(Reports.Of(Reports.Check()), [new ReportRequest(ReportFormat.Markdown, file)]);

        File.ReadAllText(file).ShouldBe(Reports.Written(MarkdownReport.Write, Reports.Of(Reports.Check())));
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_named_and_the_others_are_written()
    {
        var file = Path.Combine(_folder, "report.xml");

        var faults = ReportWriter.WriteAll(
            Reports.Of(Reports.Check()), [new ReportRequest(ReportFormat.Html, _folder), new ReportRequest(ReportFormat.JUnit, file)]);

        faults.ShouldBe([$"the html report cannot be written to {_folder}: it is a folder"]);
        File.Exists(file).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ReportFormat.JUnit)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Sarif)]
    [InlineData(ReportFormat.Markdown)]
    internal void The_same_report_gives_the_same_bytes_without_a_byte_order_mark(ReportFormat format)
    {
        var first = Bytes(format);

        Bytes(format).ShouldBe(first);
        first[0].ShouldNotBe((byte)0xEF);
        first[^1].ShouldBe((byte)'\n');
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Bytes(ReportFormat format)
    {
        using var output = new MemoryStream();
        ReportWriter.Write(SampleReport.Report, format, output);
        return output.ToArray();
    }
}
