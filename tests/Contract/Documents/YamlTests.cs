using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Tests.Documents;

/// <summary>YAML to JSON: the meaning of scalars, the cost of aliases, invalid YAML.</summary>
public sealed class YamlTests
{
    [Theory]
    [InlineData("012345", "\"012345\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("2024-06-21", "\"2024-06-21\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("0b11", "\"0b11\"")]
    [InlineData("1.0", "1.0")]
    [InlineData("1e3", "1e3")]
    [InlineData("-0", "-0")]
    [InlineData("+12", "12")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5e1", "-0.5e1")]
    [InlineData("5.", "5.0")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("-", "[null]")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("true", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("~", "null")]
    [InlineData("Null", "null")]
    [InlineData("'true'", "\"true\"")]
    [InlineData("\"1\"", "\"1\"")]
    [InlineData("\"tab\\t quote\\\" \\u00e9 \\0\"", "\"tab\\t quote\\\" é \\u0000\"")]
    [InlineData("!!str 1", "\"1\"")]
    [InlineData("! 1", "\"1\"")]
    [InlineData("!!int 7", "7")]
    [InlineData("é😀", "\"é😀\"")]
    public void A_scalar_means_what_the_core_schema_says(string yaml, string json) => Json(yaml).ShouldBe(json);

    [Fact]
    public void Keys_are_text_whatever_they_look_like() =>
        Json("200: a\ntrue: b\nnull: c\n1.0: d\n'x': e").ShouldBe("""{"200":"a","true":"b","null":"c","1.0":"d","x":"e"}""");

    [Fact]
    public void Blocks_flows_and_folds_become_one_object() =>
        Json("a:\n- 1\n- {b: [2, three]}\nc: |\n  x\n  y\nd: >-\n  x\n  y\n")
            .ShouldBe("""{"a":[1,{"b":[2,"three"]}],"c":"x\ny\n","d":"x y"}""");

    [Fact]
    public void An_alias_is_what_its_anchor_names() =>
        Json("a: &x {b: 1}\nc: *x\nd: [*x, *x]").ShouldBe("""{"a":{"b":1},"c":{"b":1},"d":[{"b":1},{"b":1}]}""");

    [Fact]
    public void An_anchor_may_be_defined_again() =>
        Json("a: &x 1\nb: *x\nc: &x 2\nd: *x").ShouldBe("""{"a":1,"b":1,"c":2,"d":2}""");

    [Fact]
    public void A_merge_key_adds_the_missing_members()
    {
        var (json, faults) = Convert("base: &b {x: 1, y: {z: 2}}\none: {<<: *b, x: 3}\ntwo:\n  <<: [*b, {w: 4}]\n");

        json.ShouldBe("""{"base":{"x":1,"y":{"z":2}},"one":{"x":3,"y":{"z":2}},"two":{"x":1,"y":{"z":2},"w":4}}""");
        faults.Select(fault => $"{fault.Severity} {fault.Code}").Distinct().ShouldBe(["Warning yaml.merge-key"]);
    }

    [Theory]
    [InlineData("a: 1\na: 2", DiagnosticCodes.DuplicateName, 2, 1)]
    [InlineData("a: {b: 1, b: 2}\nc: 1\nc: 1", DiagnosticCodes.DuplicateName, 1, 11)]
    [InlineData("a: 1\n---\nb: 2", DiagnosticCodes.YamlDocuments, 2, 1)]
    [InlineData("a:\n\tb: 1", DiagnosticCodes.Syntax, 2, 1)]
    [InlineData("a: [1, 2", DiagnosticCodes.Syntax, 1, 9)]
    [InlineData("a:\n  : b", DiagnosticCodes.Syntax, 2, 4)]
    [InlineData("a: {[b]: c}", DiagnosticCodes.YamlKey, 1, 5)]
    [InlineData("a: .inf", DiagnosticCodes.YamlNumber, 1, 4)]
    [InlineData("a: .NaN", DiagnosticCodes.YamlNumber, 1, 4)]
    [InlineData("a: *x", DiagnosticCodes.YamlAlias, 1, 4)]
    [InlineData("a: &x [1, *x]", DiagnosticCodes.YamlAlias, 1, 11)]
    [InlineData("? [a, b]\n: 1", DiagnosticCodes.YamlKey, 1, 3)]
    [InlineData("a: !include other.yaml", DiagnosticCodes.YamlTag, 1, 4)]
    [InlineData("a: !!int many", DiagnosticCodes.YamlTag, 1, 4)]
    [InlineData("# nothing", DiagnosticCodes.FileEmpty, 1, 1)]
    [InlineData("a: {<<: 3}", DiagnosticCodes.YamlMerge, 1, 5)]
    public void A_value_that_JSON_cannot_express_is_a_fault_at_its_place(string yaml, string code, int line, int column)
    {
        var first = Convert(yaml).Faults[0];

        (first.Code, first.Line, first.Column).ShouldBe((code, line, column));
    }

    [Fact]
    public void Every_duplicate_is_reported() =>
        Convert("a: 1\nb: 1\na: 2\nb: 2").Faults.Select(fault => fault.Line).ShouldBe([3, 4]);

    [Fact]
    public void An_indenting_tab_is_named_as_the_fault() =>
        Convert("a:\n\tb: 1").Faults.ShouldHaveSingleItem().Message.ShouldBe("a tab indents this line; YAML is indented with spaces only");

    [Fact]
    public void An_alias_bomb_is_a_fault_and_costs_no_memory()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 30; level++)
        {
            bomb.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        }

        Convert(bomb.ToString()).Faults.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.YamlAliasBomb);
    }

    [Fact]
    public void Nesting_is_limited_whether_written_or_aliased()
    {
        Convert(new string('[', 100_000)).Faults.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.TooDeep);

        var deep = new StringBuilder("a0: &a0 [x]\n");
        for (var level = 1; level < 600; level++)
        {
            deep.Append($"a{level}: &a{level} [*a{level - 1}]\n");
        }

        Convert(deep.ToString()).Faults.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.TooDeep);
    }

    [Fact]
    public void Values_and_names_know_their_place_in_the_yaml()
    {
        var file = Read("a: 1\nb:\n  - é: x\n    c: [1,  2]\nd: &d {e: 1}\nf: *d\n");

        Place("/a").ShouldBe((1, 4));
        Place("/b").ShouldBe((3, 3));
        Place("/b/0/é").ShouldBe((3, 8));
        Place("/b/0/c/1").ShouldBe((4, 13));
        Place("/f").ShouldBe((6, 4));
        Place("/f/e").ShouldBe((5, 11));
        var second = file.Root.EnumerateObject().ElementAt(1);
        file.PositionOf(second).ToString().ShouldBe("x.yaml:2:1");

        (int, int) Place(string pointer)
        {
            file.TryFind(pointer, out var value).ShouldBeTrue();
            return (file.PositionOf(value).Line, file.PositionOf(value).Column);
        }
    }

    private static string Json(string yaml)
    {
        var (json, faults) = Convert(yaml);
        faults.ShouldBeEmpty();
        return json!;
    }

    private static (string? Json, List<DocumentFault> Faults) Convert(string yaml)
    {
        var faults = new List<DocumentFault>();
        var result = YamlConverter.Convert(yaml, DocumentLimits.Default, faults);
        return (result is { } done ? Encoding.UTF8.GetString(done.Json.Span) : null, faults);
    }

    private static DocumentFile Read(string yaml) =>
        DocumentReader.Read(new Uri(Path.GetFullPath("x.yaml")), "x.yaml", Encoding.UTF8.GetBytes(yaml), DocumentLimits.Default, [])!;
}
