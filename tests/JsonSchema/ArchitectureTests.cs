using NetArchTest.Rules;
using SocialContract.Architecture;

namespace SocialContract.JsonSchema.Tests;

/// <summary>The direction of dependencies that docs/architecture.md draws.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "SocialContract.JsonSchema";

    /// <summary>Each depends only on namespaces before it. The root, which users enter by, comes after all of them.</summary>
    private static readonly string[] Order =
        ["Numbers", "Patterns", "Instances", "Schemas", "Formats", "Evaluation", "Keywords", "Dialects", "Compilation"];

    public static TheoryData<string> Namespaces => [.. Order];

    [Theory]
    [MemberData(nameof(Namespaces))]
    public void A_namespace_depends_only_on_those_before_it(string name)
    {
        var later = Order.SkipWhile(other => other != name).Skip(1).Select(other => $"{Root}.{other}").Concat(RootTypes()).ToArray();

        var result = Types.InAssembly(typeof(SchemaRegistry).Assembly).That().ResideInNamespaceMatching($"^{Root}.{name}$")
            .Should().NotHaveDependencyOnAny(later).GetResult();

        result.FailingTypeNames.ShouldBeNull();
    }

    [Fact]
    public void Every_namespace_has_its_place_in_the_order()
    {
        var namespaces = typeof(SchemaRegistry).Assembly.GetTypes().Select(type => type.Namespace)
            .Where(name => name?.StartsWith(Root, StringComparison.Ordinal) == true).Distinct();

        namespaces.ShouldBe([Root, .. Order.Select(name => $"{Root}.{name}")], ignoreOrder: true);
    }

    [Fact]
    public void No_namespaces_depend_on_each_other_in_a_circle()
    {
        NamespaceCircles.In(typeof(SchemaRegistry).Assembly).ShouldBeEmpty();
    }

    [Fact]
    public void A_circle_that_only_method_bodies_make_is_found()
    {
        var circle = NamespaceCircles.In(typeof(ArchitectureTests).Assembly, Root + ".Tests.Circle").ShouldHaveSingleItem();

        circle.ShouldContain("Circle.First -> SocialContract.JsonSchema.Tests.Circle.Second: Caller uses Called");
        circle.ShouldContain("Circle.Second -> SocialContract.JsonSchema.Tests.Circle.First: Called uses Caller");
        circle.ShouldNotContain("Circle.Third");
    }

    private static IEnumerable<string> RootTypes() =>
        typeof(SchemaRegistry).Assembly.GetTypes().Where(type => type.Namespace == Root && !type.IsNested).Select(type => type.FullName!);
}
