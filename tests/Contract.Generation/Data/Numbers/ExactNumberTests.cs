using SocialContract.Contract.Generation.Data.Numbers;

namespace SocialContract.Contract.Generation.Tests.Data.Numbers;

public class ExactNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("12.50", "12.5")]
    [InlineData("0.001", "0.001")]
    [InlineData("-0.05", "-0.05")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void A_number_keeps_its_value_in_plain_notation(string json, string expected)
    {
        ExactNumber.TryParse(json, out var number).ShouldBeTrue();

        number.ToString().ShouldBe(expected);
    }

    [Fact]
    public void An_exponent_beyond_reason_is_not_read() =>
        ExactNumber.TryParse("1e99999999", out _).ShouldBeFalse();
}
