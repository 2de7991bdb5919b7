using SocialContract.Contract.Generation.Data;

namespace SocialContract.Contract.Generation.Tests.Data;

public class SeededRandomTests
{
    [Fact]
    public void It_is_xoshiro256_starstar_seeded_by_splitmix64()
    {
        // splitmix64 from seed 0 begins e220a8397b1dcdaf, 6e789e6aa1b965f4 (its published sequence); the first output is rotl(s1 * 5, 7)
        // * 9.
        var first = new SeededRandom(0).NextUInt64();

        first.ShouldBe(System.Numerics.BitOperations.RotateLeft(unchecked(0x6e789e6aa1b965f4UL * 5), 7) * 9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        var one = new SeededRandom(42);
        var other = new SeededRandom(42);

        Enumerable.Range(0, 50).Select(_ => one.Next(1000)).ShouldBe(Enumerable.Range(0, 50).Select(_ => other.Next(1000)).ToList());
    }

    [Fact]
    public void Bounded_numbers_stay_below_their_limit_and_reach_every_value()
    {
        var random = new SeededRandom(7);

        var values = Enumerable.Range(0, 400).Select(_ => random.Next(6)).ToHashSet();

        values.ShouldBe([0, 1, 2, 3, 4, 5], ignoreOrder: true);
    }

    [Fact]
    public void Seeds_combined_with_different_texts_differ()
    {
        var seeds = new[] { "a", "b", "ab", "ba", "" }.Select(text => StableSeed.Combine(1, text)).ToHashSet();

        seeds.Count.ShouldBe(5);
    }

    [Fact]
    public void The_order_of_combination_counts() =>
        StableSeed.Combine(1, 2UL).ShouldNotBe(StableSeed.Combine(2, 1UL));
}
