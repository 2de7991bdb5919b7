using System.Numerics;
using SocialContract.Contract.Generation.Data.Numbers;

namespace SocialContract.Contract.Generation.Tests.Data.Numbers;

public class NumberBoundsTests
{
    [Fact]
    public void A_multiple_of_a_hundredth_is_exact()
    {
        var bounds = NumberBounds.Of([Limit("0.1")], [Limit("0.3")], [Exact("0.01")], integer: false, places: 2);

        bounds.Count.ShouldBe(21);
        bounds.At(bounds.First!.Value).ToString().ShouldBe("0.1");
        bounds.At(bounds.Last!.Value).ToString().ShouldBe("0.3");
    }

    [Fact]
    public void Two_multiples_make_their_least_common_one()
    {
        var bounds = NumberBounds.Of([Limit("1")], [Limit("20")], [Exact("4"), Exact("6")], integer: true, places: 0);

        bounds.Count.ShouldBe(1);
        bounds.At(bounds.First!.Value).ToString().ShouldBe("12");
    }

    [Fact]
    public void A_whole_multiple_of_a_fraction_is_found()
    {
        var bounds = NumberBounds.Of([Limit("1")], [Limit("4")], [Exact("1.5")], integer: true, places: 0);

        bounds.At(bounds.First!.Value).ToString().ShouldBe("3");
        bounds.Count.ShouldBe(1);
    }

    [Fact]
    public void Exclusive_limits_shut_out_their_own_value()
    {
        var bounds = NumberBounds.Of([Limit("1", true)], [Limit("3", true)], [], integer: true, places: 0);

        bounds.Count.ShouldBe(1);
        bounds.At(bounds.First!.Value).ToString().ShouldBe("2");
    }

    [Fact]
    public void Between_two_neighbouring_decimals_there_is_a_finer_one()
    {
        var bounds = NumberBounds.Of([Limit("0.001", true)], [Limit("0.002", true)], [], integer: false, places: 2);

        bounds.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Limits_that_cross_leave_nothing() =>
        NumberBounds.Of([Limit("5")], [Limit("4.5")], [], integer: false, places: 2).IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData("100", "-7", "-7")]
    [InlineData("100", "-7.5", "-8")]
    [InlineData("-100", "3", "-100")]
    public void A_wish_is_moved_into_the_limits(string max, string wish, string expected)
    {
        var bounds = NumberBounds.Of([], [Limit(max)], [], integer: true, places: 0);

        bounds.At(bounds.Nearest(Exact(wish))).ToString().ShouldBe(expected);
    }

    [Fact]
    public void Without_limits_there_is_no_end()
    {
        var bounds = NumberBounds.Of([], [], [], integer: true, places: 0);

        bounds.Count.ShouldBeNull();
        bounds.Nearest(Exact("7")).ShouldBe(new BigInteger(7));
    }

    private static NumberLimit Limit(string number, bool exclusive = false) => new(Exact(number), exclusive);

    private static ExactNumber Exact(string number)
    {
        ExactNumber.TryParse(number, out var exact).ShouldBeTrue();
        return exact;
    }
}
