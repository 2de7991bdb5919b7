using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Tests.Stubs.Mappings;

public class StubDelayTests
{
    private readonly Random _random = new(7);

    [Fact]
    public void A_fixed_delay_is_that_long() => new StubDelay.Fixed(12).Sample(_random).ShouldBe(12);

    [Fact]
    public void A_uniform_delay_reaches_both_bounds()
    {
        var delays = Enumerable.Range(0, 1_000).Select(_ => new StubDelay.Uniform(3, 5).Sample(_random)).ToHashSet();

        delays.Order().ShouldBe([3, 4, 5]);
    }

    [Fact]
    public void Half_of_the_lognormal_delays_are_shorter_than_the_median()
    {
        var delays = Enumerable.Range(0, 10_000).Select(_ => new StubDelay.LogNormal(80, 0.4, null).Sample(_random)).ToList();

        delays.Count(delay => delay < 80).ShouldBeInRange(4_700, 5_300);
        delays.Max().ShouldBeGreaterThan(200);
    }

    [Fact]
    public void A_lognormal_delay_is_at_most_its_greatest_value() =>
        Enumerable.Range(0, 10_000).Max(_ => new StubDelay.LogNormal(80, 5, 90).Sample(_random)).ShouldBe(90);

    [Fact]
    public void A_delay_is_never_longer_than_ten_minutes() =>
        Enumerable.Range(0, 1_000).Max(_ => new StubDelay.LogNormal(80_000, 20, null).Sample(_random)).ShouldBe(600_000);
}
