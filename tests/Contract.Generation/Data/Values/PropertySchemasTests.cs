using SocialContract.Contract.Generation.Data.Values;

namespace SocialContract.Contract.Generation.Tests.Data.Values;

public sealed class PropertySchemasTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(300, 75)]
    public void Looking_for_a_property_in_many_parts_of_a_schema_is_counted_as_work(int parts, long work)
    {
        var all = string.Join(", ", Enumerable.Range(1, parts - 1).Select(part => $"{{ properties: {{ p{part}: true }} }}"));
        var fixture = new SearchFixture($"{{ properties: {{ p0: {{ type: string }} }}, allOf: [{all}] }}");
        var shape = fixture.Flatten();
        var before = fixture.Run.Work;

        PropertySchemas.Of(fixture.Run, shape, "p0").Length.ShouldBe(1);

        (fixture.Run.Work - before).ShouldBe(work);
    }
}
