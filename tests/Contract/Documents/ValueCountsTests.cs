using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Tests.Documents;

public sealed class ValueCountsTests
{
    private static readonly DocumentLimits FiveValues = new() { MaxValues = 5 };

    [Theory]
    [InlineData("x.json", "{\"a\": [1, \"2,3\", null, 4, 5]}", 1, 24)]
    [InlineData("x.json", "{\"a\": 1,\n \"b\": {\"c\": 2, \"d\": [\ntrue]}}", 3, 1)]
    [InlineData("x.yaml", "a:\n- 1\n- '2,3'\n- null\n- 4\n- 5\n", 5, 3)]
    [InlineData("x.yaml", "a: 1\nb: {c: 2, d: [\n true]}\n", 3, 2)]
    [InlineData("x.yaml", "a: &x [1, 2]\nb: *x\n", 1, 8)]
    public void A_file_with_more_values_than_the_limit_is_refused_at_the_first_beyond_it(string name, string text, int line, int column)
    {
        var (file, faults) = Read(name, text);

        file.ShouldBeNull();
        var fault = faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(DiagnosticCodes.FileTooLarge);
        (fault.Line, fault.Column).ShouldBe((line, column));
        fault.Message.ShouldBe("the file has more than 5 values, which is the limit, from here on; shorten its longest lists");
    }

    [Theory]
    [InlineData("x.json", "{\"a\": [1, \"2,3,[,{,\"], \"b\": {}}")]
    [InlineData("x.yaml", "a: [1, 'b,c,d,e,f']\nb: {}\n")]
    public void A_file_with_as_many_values_as_the_limit_is_read(string name, string text)
    {
        var (file, faults) = Read(name, text);

        faults.ShouldBeEmpty();
        file.ShouldNotBeNull();
    }

    [Fact]
    public void A_syntax_error_of_a_long_file_is_reported_as_such()
    {
        var (file, faults) = Read("x.json", "{\"a\": [1, 2, x, 3, 4, 5, 6, 7]}");

        file.ShouldBeNull();
        faults.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.Syntax);
    }

    private static (DocumentFile? File, List<DocumentFault> Faults) Read(string name, string text)
    {
        var faults = new List<DocumentFault>();
        return (DocumentReader.Read(new Uri(Path.GetFullPath(name)), name, Encoding.UTF8.GetBytes(text), FiveValues, faults), faults);
    }
}
