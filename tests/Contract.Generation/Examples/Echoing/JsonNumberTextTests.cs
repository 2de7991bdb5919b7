using System.Text;
using SocialContract.Contract.Generation.Examples.Echoing;

namespace SocialContract.Contract.Generation.Tests.Examples.Echoing;

public class JsonNumberTextTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("10", true)]
    [InlineData("-1.50", true)]
    [InlineData("1e5", true)]
    [InlineData("1E+05", true)]
    [InlineData("1.2e-3", true)]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData("01", false)]
    [InlineData("1.", false)]
    [InlineData(".5", false)]
    [InlineData("+1", false)]
    [InlineData("1e", false)]
    [InlineData("1e+", false)]
    [InlineData("1x", false)]
    [InlineData("1 ", false)]
    [InlineData("NaN", false)]
    public void Numbers_have_the_grammar_of_RFC_8259(string text, bool isNumber) =>
        JsonNumberText.IsNumber(Encoding.UTF8.GetBytes(text)).ShouldBe(isNumber);
}
