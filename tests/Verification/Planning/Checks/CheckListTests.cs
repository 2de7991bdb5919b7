using SocialContract.Contract.Provenances;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Checks;

/// <summary>The checks of one operation while they are planned.</summary>
public sealed class CheckListTests
{
    private readonly CheckList _checks = new(Notes.Api, Notes.Create);

    [Fact]
    public void A_check_is_as_sure_as_its_operation()
    {
        _checks.Add("check/one", "it holds").ShouldBe(Notes.Check("check/one"));

        var check = _checks.All.ShouldHaveSingleItem();
        (check.Source, check.Statement, check.NotExercised).ShouldBe((RuleSource.Stated, "it holds", ""));
        check.Node.Pointer.ShouldBe("/paths/~1notes/post");
    }

    [Fact]
    public void An_id_that_is_there_already_keeps_its_check_and_its_place()
    {
        _checks.Add("check/one", "first");
        _checks.Add("check/two", "second");
        _checks.Add("check/one", "third", "never sent");

        _checks.All.Select(check => check.Statement).ShouldBe(["first", "second"]);
        _checks.IsExplained(Notes.Check("check/one")).ShouldBeFalse();
    }

    [Fact]
    public void The_check_of_a_rule_is_there_once_however_often_the_rule_applies()
    {
        var rule = Notes.Api.Rules.Requests(Notes.Create)[0].Rule;

        _checks.Add(rule);
        _checks.Add(rule, "never sent");

        _checks.All.ShouldHaveSingleItem().Key.ShouldBe(_checks.KeyOf(rule));
        _checks.Contains(rule.Id).ShouldBeTrue();
    }

    [Fact]
    public void A_check_is_left_unexercised_for_a_reason()
    {
        var check = _checks.Add("check/one", "it holds");

        _checks.LeaveUnexercised(check, "no request was found");

        _checks.IsExplained(check).ShouldBeTrue();
        _checks.All[0].NotExercised.ShouldBe("no request was found");
    }
}
