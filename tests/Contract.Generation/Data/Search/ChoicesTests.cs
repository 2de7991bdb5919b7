using SocialContract.Contract.Generation.Data.Search;

namespace SocialContract.Contract.Generation.Tests.Data.Search;

public class ChoicesTests
{
    [Fact]
    public void Attempts_go_through_all_combinations_the_last_decision_first()
    {
        var choices = new Choices(limit: 100);
        var attempts = new List<string>();
        do
        {
            attempts.Add($"{choices.Pick(2)}{choices.Pick(3)}");
        }
        while (choices.TryNext());

        attempts.ShouldBe(["00", "01", "02", "10", "11", "12"]);
    }

    [Fact]
    public void Attempts_end_at_the_limit()
    {
        var choices = new Choices(limit: 2);
        choices.Pick(5).ShouldBe(0);

        choices.TryNext().ShouldBeTrue();
        choices.Pick(5).ShouldBe(1);
        choices.TryNext().ShouldBeFalse();
    }

    [Fact]
    public void Without_a_decision_there_is_one_attempt() =>
        new Choices(limit: 100).TryNext().ShouldBeFalse();

    [Fact]
    public void A_decision_with_fewer_alternatives_than_before_takes_the_last()
    {
        var choices = new Choices(limit: 100);
        choices.Pick(3);
        choices.TryNext();

        choices.Pick(1).ShouldBe(0);
    }
}
