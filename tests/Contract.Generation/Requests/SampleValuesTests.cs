using SocialContract.Contract.Generation.Requests;

namespace SocialContract.Contract.Generation.Tests.Requests;

/// <summary>Values for sample requests, made with a bounded amount of work for all of them.</summary>
public sealed class SampleValuesTests
{
    [Fact]
    public void Values_are_generated_until_the_work_for_all_of_them_is_used_up()
    {
        var (api, schema) = Generated.Schema("{ type: array, items: { type: integer }, minItems: 20 }", "{}", "3.1.0");
        var values = new SampleValues(new DataGenerator(api), maxWork: 100);

        var made = Enumerable.Range(0, 10).Select(_ => values.Of([], schema, examples => examples[0])).ToList();

        made[0].ShouldNotBeNull().GetArrayLength().ShouldBeGreaterThanOrEqualTo(20);
        made[9].ShouldBeNull();
        made.SkipWhile(value => value is not null).ShouldAllBe(value => value == null);
    }
}
