namespace SocialContract.Contract.Tests.Spec;

/// <summary>The table has as many facts as the pages.</summary>
public sealed class DocumentedFactsTests
{
    [Fact]
    public void There_are_twenty_parameters_with_forty_facts_and_a_header_for_each_operation()
    {
        var facts = DocumentedFacts.All.Where(fact => fact.Parameter != DocumentedFacts.Header).ToList();

        facts.Count.ShouldBe(40);
        facts.Select(fact => (fact.Operation, fact.Parameter)).Distinct().Count().ShouldBe(20);
        facts.Count(fact => fact.Fact == FactKind.Required).ShouldBe(16);
        facts.Count(fact => fact.Fact == FactKind.Optional).ShouldBe(4);
        facts.Count(fact => fact.Fact == FactKind.Validation).ShouldBe(20);
        DocumentedFacts.All.Count(fact => fact.Parameter == DocumentedFacts.Header).ShouldBe(3);
    }

    [Fact]
    public void No_fact_appears_twice() => DocumentedFacts.All.Select(fact => fact.Id).ShouldBeUnique();
}
