using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Tests.Documents;

/// <summary>Files as bytes: encodings, JSON and its places.</summary>
public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("x.json", "{\"a\": 1}")]
    [InlineData("x.yaml", "{\"a\": 1}")]
    [InlineData("x.yaml", "a: 1")]
    [InlineData("x.yaml", "{a: 1}")]
    [InlineData("x", "  \r\n{ a: 1 }")]
    public void Text_that_begins_like_json_may_be_json_or_a_flow_mapping(string name, string text)
    {
        var (file, faults) = Read(name, Encoding.UTF8.GetBytes(text));

        faults.ShouldBeEmpty();
        file!.Root.GetProperty("a").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped_and_counts_for_no_column()
    {
        var (file, _) = Read("x.json", [0xEF, 0xBB, 0xBF, .. "{\"a\": 1}"u8]);

        file!.PositionOf(file.Root.GetProperty("a")).ToString().ShouldBe("x.json:1:7");
    }

    [Fact]
    public void Lines_may_end_in_crlf_and_columns_are_utf16_units()
    {
        var (file, _) = Read("x.json", Encoding.UTF8.GetBytes("{\r\n  \"😀é\": [1,\r\n 2]}"));

        file!.PositionOf(file.Root.EnumerateObject().First()).ToString().ShouldBe("x.json:2:3");
        file.PositionOf(file.Root.GetProperty("😀é")).ToString().ShouldBe("x.json:2:10");
        file.PositionOf(file.Root.GetProperty("😀é")[1]).ToString().ShouldBe("x.json:3:2");
    }

    [Fact]
    public void Places_are_right_in_a_large_file_of_one_line()
    {
        var text = "{\"list\":[" + string.Join(',', Enumerable.Range(0, 100_000)) + "],\"last\":true}";
        var (file, _) = Read("x.json", Encoding.UTF8.GetBytes(text));

        file!.PositionOf(file.Root.GetProperty("last")).Column.ShouldBe(text.IndexOf("true", StringComparison.Ordinal) + 1);
    }

    [Theory]
    [InlineData("x.json", "x.json:1:16")]
    [InlineData("x.yaml", "x.yaml:1:16")]
    public void Names_that_make_the_pointers_of_many_values_very_long_are_a_fault_at_the_longest(string name, string place)
    {
        var values = string.Join(',', Enumerable.Range(0, 2_000).Select(index => $"\"v{index}\": [1]"));
        var text = Encoding.UTF8.GetBytes($"{{\"a\": 1, \"b\": {{\"{new string('n', 50_000)}\": {{{values}}}}}}}");

        var (file, faults) = Read(name, name.EndsWith(".json", StringComparison.Ordinal) ? text : [.. text, .. "\n# YAML"u8]);

        file.ShouldBeNull();
        var fault = faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(DiagnosticCodes.FileTooLarge);
        fault.Message.ShouldStartWith("this name has 50000 characters and is part of the JSON pointers of 4001 values");
        $"{name}:{fault.Line}:{fault.Column}".ShouldBe(place);
    }

    [Theory]
    [InlineData(1_000_000, 10)]
    [InlineData(100, 300_000)]
    public void A_long_name_above_few_values_and_a_short_one_above_many_are_read(int length, int values)
    {
        var text = $"{{\"{new string('n', length)}\": [{string.Join(',', Enumerable.Range(0, values))}]}}";

        Read("x.json", Encoding.UTF8.GetBytes(text)).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", DiagnosticCodes.FileEmpty)]
    [InlineData(" \n\t ", DiagnosticCodes.FileEmpty)]
    [InlineData("a\0b", DiagnosticCodes.FileEncoding)]
    public void Bytes_that_are_not_text_are_one_fault(string text, string code) =>
        Read("x.yaml", Encoding.UTF8.GetBytes(text)).Faults.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void Utf16_is_distinguished_from_other_bytes()
    {
        Read("x.yaml", Encoding.Unicode.GetBytes("openapi: 3.1.0"))
            .Faults.ShouldHaveSingleItem()
            .Message.ShouldBe("the file is UTF-16; save it as UTF-8");
        Read("x.yaml", [0xFE, 0xFF, 0, 65]).Faults.ShouldHaveSingleItem().Message.ShouldBe("the file is UTF-16; save it as UTF-8");
        Read("x.yaml", [0x61, 0x0A, 0x62, 0xFF, 0x63]).Faults.ShouldHaveSingleItem()
            .ShouldBe(
                new DocumentFault(
                    DiagnosticCodes.FileEncoding,
                    DiagnosticSeverity.Error,
                    2,
                    2,
                    "the file is not UTF-8 text from here on; save it as UTF-8"));
    }

    [Theory]
    [InlineData("{\"a\": 1,}", DiagnosticCodes.Syntax, 1, 9)]
    [InlineData("{\"a\": 1 // no\n}", DiagnosticCodes.Syntax, 1, 9)]
    [InlineData("{\n\"é\": x}", DiagnosticCodes.Syntax, 2, 6)]
    [InlineData("{} {}", DiagnosticCodes.Syntax, 1, 4)]
    [InlineData("{\"a\": 1, \"a\": 2}", DiagnosticCodes.DuplicateName, 1, 10)]
    [InlineData("{\"a\": 1, \"\\u0061\": 2}", DiagnosticCodes.DuplicateName, 1, 10)]
    [InlineData("{\"b\": {\"a\": 1,\n\"a\": 2}}", DiagnosticCodes.DuplicateName, 2, 1)]
    public void A_fault_of_json_has_its_line_and_column(string text, string code, int line, int column)
    {
        var fault = Read("x.json", Encoding.UTF8.GetBytes(text)).Faults.ShouldHaveSingleItem();

        (fault.Code, fault.Line, fault.Column).ShouldBe((code, line, column));
    }

    [Fact]
    public void Json_is_limited_in_depth_and_size()
    {
        Read("x.json", Encoding.UTF8.GetBytes(new string('[', 600))).Faults.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.TooDeep);
        var faults = new List<DocumentFault>();
        DocumentReader.Read(new Uri("file:///x.json"), "x.json", new byte[11], new DocumentLimits { MaxFileBytes = 10 }, faults)
            .ShouldBeNull();
        faults.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.FileTooLarge);
    }

    private static (DocumentFile? File, List<DocumentFault> Faults) Read(string name, byte[] bytes)
    {
        var faults = new List<DocumentFault>();
        return (DocumentReader.Read(new Uri(Path.GetFullPath(name)), name, bytes, DocumentLimits.Default, faults), faults);
    }
}
