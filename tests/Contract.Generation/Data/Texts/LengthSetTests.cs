using SocialContract.Contract.Generation.Data.Texts;

namespace SocialContract.Contract.Generation.Tests.Data.Texts;

public class LengthSetTests
{
    private const int Cap = 200;

    [Fact]
    public void A_sum_has_every_combination() =>
        Set(1, 3).Plus(Set(0, 100)).Values().ShouldBe([1, 3, 101, 103]);

    [Fact]
    public void Sums_beyond_the_cap_are_left_out() =>
        Set(150).Plus(Set(50, 51)).Values().ShouldBe([200]);

    [Fact]
    public void Repetition_counts_from_its_least_to_its_greatest_number() =>
        Set(2, 5).Times(1, 2).Values().ShouldBe([2, 4, 5, 7, 10]);

    [Fact]
    public void Repetition_without_limit_reaches_every_multiple_up_to_the_cap() =>
        Set(70).Times(0, null).Values().ShouldBe([0, 70, 140]);

    [Fact]
    public void Single_characters_without_limit_have_every_length() =>
        Set(1).Times(198, null).Values().ShouldBe([198, 199, 200]);

    [Fact]
    public void What_may_be_empty_may_stay_empty_however_often() =>
        Set(0, 1).Times(3, null).Contains(0).ShouldBeTrue();

    [Fact]
    public void Nothing_repeated_at_least_once_is_nothing() =>
        LengthSet.None(Cap).Times(1, null).IsEmpty.ShouldBeTrue();

    private static LengthSet Set(params int[] lengths) =>
        lengths.Aggregate(LengthSet.None(Cap), (set, length) => set.Or(LengthSet.Of(length, Cap)));
}
