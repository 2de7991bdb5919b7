using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Tests.Suite;

/// <summary>
/// Every test of the official suite, in all ways of evaluating: the verdict alone, all violations, the basic output. The tests
/// listed in <see cref="SuiteExceptions"/> have to disagree, so that the list has no entry without need.
/// </summary>
public sealed class OfficialSuiteTests
{
    public static TheoryData<string> Draft202012 => Data("draft2020-12");

    public static TheoryData<string> Draft7 => Data("draft7");

    public static TheoryData<string> Draft4 => Data("draft4");

    [SuiteTheory]
    [MemberData(nameof(Draft202012))]
    public void Draft_2020_12_is_as_the_suite_has_it(string file) => Run(file, Dialect.Draft202012);

    [SuiteTheory]
    [MemberData(nameof(Draft7))]
    public void Draft_7_is_as_the_suite_has_it(string file) => Run(file, Dialect.Draft7);

    [SuiteTheory]
    [MemberData(nameof(Draft4))]
    public void Draft_4_is_as_the_suite_has_it(string file) => Run(file, Dialect.Draft4);

    private static TheoryData<string> Data(string draft) => [.. TestSuite.Files($"tests/{draft}", SearchOption.AllDirectories)];

    private static void Run(string file, Dialect dialect)
    {
        var settings = new SchemaSettings
        {
            DefaultDialect = dialect,
            AssertFormats = file.Contains("/optional/format/", StringComparison.Ordinal),
        };
        var problems = new List<string>();
        foreach (var group in TestSuite.Read(file).EnumerateArray())
        {
            problems.AddRange(Problems(file, group, settings));
        }

        problems.ShouldBeEmpty();
    }

    private static IEnumerable<string> Problems(string file, JsonElement group, SchemaSettings settings)
    {
        var registry = TestSuite.Registry(settings);
        var uri = new Uri("https://suite.example/schema.json");
        registry.Add(uri, group.GetProperty("schema"));
        var name = $"{group.GetProperty("description")}";
        if (registry.Compile(uri) is not CompileResult.Compiled { Schema: var schema })
        {
            var faults = ((CompileResult.Failed)registry.Compile(uri)).Faults;
            return [$"{name}: {string.Join("; ", faults.Select(fault => fault.ToString()))}"];
        }

        var problems = new List<string>();
        foreach (var test in group.GetProperty("tests").EnumerateArray())
        {
            var description = test.GetProperty("description").GetString()!;
            var isException = SuiteExceptions.Find(file, name, description) is not null;
            var expected = test.GetProperty("valid").GetBoolean() != isException;
            var data = Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText());
            JsonInstance.TryParse(data, JsonLimits.Default, out var instance, out var fault).ShouldBeTrue(fault.Message);
            using (instance)
            {
                var violations = new List<SchemaViolation>();
                schema.Evaluate(instance!.Root, violations);
                var valid = schema.IsValid(instance.Root);
                if (valid != expected || (violations.Count == 0) != expected || BasicOutput.Of(schema, instance.Root).Valid != expected)
                {
                    problems.Add($"{name}: {description}: expected {expected}, found {violations.Count} violations and {valid}");
                }
            }
        }

        return problems;
    }
}
