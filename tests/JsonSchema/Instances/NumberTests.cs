using System.Text;
using SocialContract.JsonSchema.Numbers;

namespace SocialContract.JsonSchema.Tests.Instances;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("100", "1e2", 0)]
    [InlineData("0.01", "1E-2", 0)]
    [InlineData("-0", "0.000e5", 0)]
    [InlineData("1", "2", -1)]
    [InlineData("-1", "-2", 1)]
    [InlineData("-1", "0", -1)]
    [InlineData("10", "9", 1)]
    [InlineData("0.1", "0.09", 1)]
    [InlineData("18446744073709551616", "18446744073709551615", 1)]
    [InlineData("972783798187987123879878123.188781371", "972783798187987123879878123.18878137", 1)]
    [InlineData("1e999999999999999999", "1e999999999999999998", 1)]
    public void Numbers_are_compared_exactly(string left, string right, int order)
    {
        var found = NumberText.Compare(Bytes(left), Bytes(right));

        Math.Sign(found).ShouldBe(order);
    }

    [Theory]
    [InlineData("0.3", "0.1", true)]
    [InlineData("0.35", "0.1", false)]
    [InlineData("1e308", "0.5", true)]
    [InlineData("1e308", "7", false)]
    [InlineData("7e308", "7", true)]
    [InlineData("12345678910111213141516171819202122232425262728293031", "123456789101112131415161718192021222324252627282930310", false)]
    [InlineData("246913578202224262830323436384042444648505254565860620", "12345678910111213141516171819202122232425262728293031", true)]
    [InlineData("0", "3", true)]
    [InlineData("-9", "3", true)]
    public void Multiples_are_decided_exactly(string value, string divisor, bool expected) =>
        new Divisor(Bytes(divisor)).Divides(Bytes(value)).ShouldBe(expected);

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1.5e1", true)]
    [InlineData("1e-1", false)]
    [InlineData("0e-5", true)]
    [InlineData("12.50", false)]
    public void An_integer_is_a_number_without_fraction_however_it_is_written(string value, bool expected) =>
        new NumberText(Bytes(value)).IsInteger.ShouldBe(expected);

    [Fact]
    public void Equal_numbers_have_equal_hashes() =>
        new NumberText(Bytes("120")).Hash().ShouldBe(new NumberText(Bytes("1.20e2")).Hash());

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
