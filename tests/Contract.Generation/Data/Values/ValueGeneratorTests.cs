using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Data.Values;

namespace SocialContract.Contract.Generation.Tests.Data.Values;

public sealed class ValueGeneratorTests
{
    [Fact]
    public void Trying_a_value_that_does_not_fit_with_each_alternative_is_counted_by_its_size()
    {
        var small = WorkOfMisfit(10);
        var large = WorkOfMisfit(10_000);

        // Once for the value itself, and for each of 400 alternatives a 64th.
        (large - small).ShouldBeGreaterThan(400 * 9_000 / 64);
    }

    /// <summary>Every value found is accepted by the last two of 402 alternatives.</summary>
    private static long WorkOfMisfit(int length)
    {
        var branches = string.Join(", ", Enumerable.Range(0, 400).Select(branch => $"{{ required: [k{branch}] }}"));
        var fixture = new SearchFixture(
            $"{{ type: object, required: [a], properties: {{ a: {{ const: {new string('x', length)} }} }}, "
            + $"oneOf: [{{}}, {branches}, {{}}] }}");

        new ValueGenerator(fixture.Run).Generate(fixture.Request()).ShouldBeOfType<GenerationFault>();

        return fixture.Run.Work;
    }
}
