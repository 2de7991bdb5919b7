using FsCheck;
using FsCheck.Fluent;

namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>
/// ajv and NJsonSchema on random schemas and instances, within what each supports (<see cref="DisagreementTests"/> has what it does
/// not); the seed is fixed.
/// </summary>
public sealed class RandomOpinionTests(AjvJudge ajv) : IClassFixture<AjvJudge>
{
    private const int InstancesEach = 8;

    [Fact]
    public void Ajv_agrees_on_2020_12()
    {
        Compare(modern: true, runs: 500, (schema, instances) => ajv.Judge(schema, instances));
    }

    [Fact]
    public void NJsonSchema_agrees_on_what_is_left_of_draft_4()
    {
        Compare(modern: false, runs: 1500, (schema, instances) => NJsonSchemaJudge.Judge(schema, instances));
    }

    private static void Compare(bool modern, int runs, Func<string, IReadOnlyList<string>, IReadOnlyList<bool>> judge)
    {
        var verdicts = new int[2];
        var cases = Gen.Zip(
            SchemaGenerator.Schema(2, modern).Where(schema => !DisagreementTests.IsBeyondAjv(schema)),
            Gen.ArrayOf(SchemaGenerator.Instance(2), InstancesEach));
        var property = Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var schema = Schemas.Compile(pair.Item1);
            var own = pair.Item2.Select(schema.Accepts).ToList();
            own.ForEach(valid => verdicts[valid ? 1 : 0]++);
            judge(pair.Item1, pair.Item2).ShouldBe(own, $"{pair.Item1} on {string.Join(" ", pair.Item2)}");
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithReplay(20240621, 7587), property);

        verdicts.ShouldAllBe(count => count > runs);
    }
}
