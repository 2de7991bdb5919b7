using SocialContract.Contract.Provenances;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Checks;

/// <summary>What responses must reflect of their requests.</summary>
public sealed class ReflectionPlannerTests
{
    [Fact]
    public void A_value_that_is_returned_is_a_check()
    {
        var planned = EchoedNote.Of("x-echo: { /id: $request.path.id }", "{ id: 1 }");

        var reflection = new ReflectionPlanner(planned.Checks).Plan().ShouldHaveSingleItem();

        (reflection.Target, reflection.Expression, reflection.Item).ShouldBe(("/id", "$request.path.id", null));
        reflection.Check.Id.ShouldBe("check/reflects/id");
        planned.Checks.All[^1].Statement.ShouldBe("id is what the request has at $request.path.id");
    }

    [Fact]
    public void A_list_that_is_returned_is_a_check_of_its_length_and_one_of_each_member()
    {
        var planned = EchoedNote.Of(
            "x-echo: { /tags: { each: '$request.body#/labels', set: { /name: '$item#/text' } } }", "{ tags: [ { name: a } ] }");

        new ReflectionPlanner(planned.Checks).Plan().Select(reflection => (reflection.Target, reflection.Item))
            .ShouldBe([("/tags/*", ""), ("/tags/*/name", "/text")]);
        planned.Checks.All.TakeLast(2).Select(check => check.Statement).ShouldBe(
        [
            "tags has an element for each of the request's labels",
            "name of each element of tags is the text that was sent",
        ]);
    }

    [Fact]
    public void It_is_only_as_sure_as_the_less_sure_of_the_example_and_what_it_says_is_returned()
    {
        var planned = EchoedNote.Of("x-echo: { /id: $request.path.id }, x-echo-source: assumed", "{ id: 1 }");

        new ReflectionPlanner(planned.Checks).Plan();

        planned.Checks.All[^1].Source.ShouldBe(RuleSource.Assumed);
    }
}
