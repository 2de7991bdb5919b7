using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Tests.Suite;

/// <summary>The suite's annotation tests, for 2020-12.</summary>
public sealed class AnnotationSuiteTests
{
    public static TheoryData<string> Files => [.. TestSuite.Files("annotations/tests")];

    [SuiteTheory]
    [MemberData(nameof(Files))]
    public void Annotations_are_as_the_suite_has_them(string file)
    {

        var problems = TestSuite.Read(file).GetProperty("suite").EnumerateArray().Where(IsFor202012).SelectMany(Problems).ToList();

        problems.ShouldBeEmpty();
    }

    /// <summary>Compatible from a release on, or with exactly one release; '9999' is a future release.</summary>
    private static bool IsFor202012(JsonElement group) =>
        !group.TryGetProperty("compatibility", out var compatibility)
        || compatibility.GetString()!.Split(',').All(constraint =>
            constraint.StartsWith("<=", StringComparison.Ordinal) ? false
            : constraint.StartsWith('=') ? constraint == "=2020"
            : int.Parse(constraint) <= 2020);

    private static IEnumerable<string> Problems(JsonElement group)
    {
        var root = new Uri("https://suite.example/schema.json");
        var registry = TestSuite.Registry(SchemaSettings.Default);
        registry.Add(root, group.GetProperty("schema"));
        if (group.TryGetProperty("externalSchemas", out var external))
        {
            foreach (var schema in external.EnumerateObject())
            {
                registry.Add(new Uri(schema.Name), schema.Value);
            }
        }

        var compiled = registry.Compile(root).ShouldBeOfType<CompileResult.Compiled>().Schema;
        foreach (var test in group.GetProperty("tests").EnumerateArray())
        {
            var text = Encoding.UTF8.GetBytes(test.GetProperty("instance").GetRawText());
            JsonInstance.TryParse(text, JsonLimits.Default, out var instance, out _).ShouldBeTrue();
            using (instance)
            {
                var output = BasicOutput.Of(compiled, instance!.Root);
                foreach (var assertion in test.GetProperty("assertions").EnumerateArray())
                {
                    if (Problem(output, assertion) is { } problem)
                    {
                        yield return $"{group.GetProperty("description")}: {problem}";
                    }
                }
            }
        }
    }

    private static string? Problem(BasicOutput output, JsonElement assertion)
    {
        var keyword = assertion.GetProperty("keyword").GetString()!;
        var location = assertion.GetProperty("location").GetString()!;
        var found = new JsonObject();
        foreach (var unit in output.Units)
        {
            if (unit.InstanceLocation == location && unit.Location.Pointer.EndsWith("/" + keyword, StringComparison.Ordinal))
            {
                var document = unit.Location.Document.Host == "suite.example" ? "" : unit.Location.Document.AbsoluteUri;
                var schema = unit.Location.Pointer.AsSpan()[..^(keyword.Length + 1)];
                found[$"{document}#{UriText.EscapeFragment(schema)}"] = unit.Annotation?.DeepClone();
            }
        }

        var expected = JsonNode.Parse(assertion.GetProperty("expected").GetRawText());
        return JsonNode.DeepEquals(expected, found)
            ? null
            : $"{location} {keyword}: expected {expected!.ToJsonString()}, found {found.ToJsonString()}";
    }
}
