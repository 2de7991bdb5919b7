using SocialContract.Contract.Routing;

namespace SocialContract.Contract.Tests.Routing;

public sealed class OperationRouterTests
{
    [Theory]
    [InlineData("GET /pets", "/pets")]
    [InlineData("GET /", "/")]
    [InlineData("GET /pets/{id}", "/pets/7")]
    [InlineData("GET /a~b", "/a%7Eb")]
    [InlineData("GET /caf%C3%A9", "/caf%c3%a9")]
    [InlineData("GET /café", "/caf%C3%A9")]
    [InlineData("GET /café", "/café")]
    [InlineData("GET /pets", "/p%65ts")]
    [InlineData("GET /a:b", "/a:b")]
    public void A_documented_path_is_found(string operation, string path) => Found("GET", path, operation).ShouldBe(operation);

    [Theory]
    [InlineData("GET /pets", "/Pets")]
    [InlineData("GET /pets", "/pets/7")]
    [InlineData("GET /pets/{id}", "/pets/7/toys")]
    [InlineData("GET /pets/{id}", "/pets")]
    [InlineData("GET /pets", "/")]
    [InlineData("GET /pets", "pets")]
    [InlineData("GET /pets", "")]
    [InlineData("GET /pets", "//pets")]
    [InlineData("GET /a/b", "/a%2Fb")]
    public void An_undocumented_path_is_not_found(string operation, string path) =>
        Match("GET", path, operation).Kind.ShouldBe(RouteMatchKind.UnknownPath);

    [Theory]
    [InlineData("/pets/mine", "GET /pets/mine")]
    [InlineData("/pets/7", "GET /pets/{id}")]
    [InlineData("/pets/7/toys", "GET /pets/{id}/toys")]
    [InlineData("/pets/mine/toys", "GET /pets/mine/{what}")]
    [InlineData("/pets/mine/food/today", "GET /pets/{id}/food/today")]
    [InlineData("/pets/a.json", "GET /pets/{name}.{format}")]
    [InlineData("/pets/report.json", "GET /pets/report.{format}")]
    public void Concrete_segments_come_before_templated_ones_from_the_left(string path, string expected)
    {
        string[] operations =
        [
            "GET /pets/{id}", "GET /pets/{id}/toys", "GET /pets/{id}/food/today", "GET /pets/{name}.{format}",
            "GET /pets/report.{format}", "GET /pets/mine", "GET /pets/mine/{what}",
        ];

        Found("GET", path, operations).ShouldBe(expected);
    }

    [Theory]
    [InlineData("/report.{format}", "/report.pdf", "format=pdf")]
    [InlineData("/report.{format}", "/report.tar.gz", "format=tar.gz")]
    [InlineData("/{a}-{b}", "/x-y-z", "a=x b=y-z")]
    [InlineData("/{a}-{b}.json", "/x-y.json.json", "a=x b=y.json")]
    [InlineData("/{a}{b}", "/xyz", "a=x b=yz")]
    [InlineData("/v{version}/{id}", "/v1/a%20b", "version=1 id=a%20b")]
    [InlineData("/é{x}", "/%C3%A9%C3%A8", "x=%C3%A8")]
    [InlineData("/users/{id}:activate", "/users/7:activate", "id=7")]
    [InlineData("/r({id})", "/r(7)", "id=7")]
    [InlineData("/x/{p}", "/x/;p=1", "p=;p=1")]
    public void Values_are_captured_raw(string template, string path, string expected)
    {
        var match = Match("GET", path, "GET " + template);

        Captures(match, expected).ShouldBe(expected);
    }

    [Theory]
    [InlineData("/report.{format}", "/report.")]
    [InlineData("/{a}-{b}", "/-y")]
    [InlineData("/{a}-{b}", "/x-")]
    [InlineData("/{a}-{b}", "/xy")]
    [InlineData("/{a}{b}", "/x")]
    [InlineData("/pets/{id}/toys", "/pets//toys")]
    public void A_captured_value_is_never_empty(string template, string path) =>
        Match("GET", path, "GET " + template).Kind.ShouldBe(RouteMatchKind.UnknownPath);

    [Fact]
    public void More_than_eight_values_are_captured_too()
    {
        var match = Match("GET", "/1/2/3/4/5/6/7/8/9/10", "GET /{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}/{i}/{j}");

        match.CaptureCount.ShouldBe(10);
        Captures(match, "a h i j").ShouldBe("a=1 h=8 i=9 j=10");
    }

    [Fact]
    public void The_captures_of_a_dead_end_are_removed()
    {
        var match = Match("GET", "/7/x/z", "GET /{dead}/{end}/y", "GET /{a}/x/z");

        Captures(match, "a dead end").ShouldBe("a=7");
    }

    [Fact]
    public void An_undocumented_method_gets_the_documented_ones_in_document_order()
    {
        var match = Match("PATCH", "/pets/mine", "DELETE /pets/{id}", "POST /pets/mine", "GET /pets/mine", "GET /pets/{id}");

        match.Kind.ShouldBe(RouteMatchKind.UnknownMethod);
        match.Operation.ShouldBeNull();
        match.AllowedMethods.ShouldBe(["DELETE", "POST", "GET"]);
    }

    [Fact]
    public void A_templated_path_with_the_method_is_preferred_to_a_concrete_one_without_it() =>
        Found("DELETE", "/pets/mine", "GET /pets/mine", "DELETE /pets/{id}").ShouldBe("DELETE /pets/{id}");

    [Fact]
    public void HEAD_finds_GET() => Found("HEAD", "/pets", "GET /pets").ShouldBe("GET /pets");

    [Fact]
    public void A_documented_HEAD_is_found_itself() => Found("HEAD", "/pets", "GET /pets", "HEAD /pets").ShouldBe("HEAD /pets");

    [Theory]
    [InlineData("/api/v3/pets")]
    [InlineData("/pets")]
    [InlineData("/other/pets")]
    public void Base_paths_are_optional(string path) => Found("GET", path, "GET /pets /api/v3 /other/").ShouldBe("GET /pets");

    [Fact]
    public void A_path_with_its_base_path_comes_before_another_without() =>
        Found("GET", "/v1/pets", "GET /v1/pets /v1", "GET /pets /v1").ShouldBe("GET /pets");

    [Fact]
    public void The_base_path_of_a_bare_path_is_optional_too() => Found("GET", "/", "GET / /api").ShouldBe("GET /");

    [Theory]
    [InlineData("GET /pets", "/pets/")]
    [InlineData("GET /pets/", "/pets")]
    [InlineData("GET /pets/{id}", "/pets/7/")]
    public void A_trailing_slash_is_ignored(string operation, string path) => Found("GET", path, operation).ShouldBe(operation);

    [Theory]
    [InlineData("/pets", "GET /pets")]
    [InlineData("/pets/", "GET /pets/")]
    public void A_documented_path_with_a_trailing_slash_is_found(string path, string expected) =>
        Found("GET", path, "GET /pets", "GET /pets/").ShouldBe(expected);

    [Fact]
    public void Parameters_of_one_place_may_have_several_names()
    {
        string[] operations = ["GET /pets/{id}", "DELETE /pets/{pet}"];

        Captures(Match("GET", "/pets/7", operations), "id pet").ShouldBe("id=7");
        Captures(Match("DELETE", "/pets/7", operations), "id pet").ShouldBe("pet=7");
    }

    [Fact]
    public void Of_two_templates_that_match_the_same_paths_the_first_one_is_served() =>
        Found("GET", "/pets/7", "GET /pets/{id}", "GET /pets/{name}").ShouldBe("GET /pets/{id}");

    [Fact]
    public void Finding_an_operation_allocates_nothing()
    {
        var router = OperationRouter.Build(Operations.Of("GET /a/{b}/c/report.{format}", "GET /a/{b}/c"));
        router.Match("GET", "/a/7/c/report.pdf");
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            router.Match("GET", "/a/7/c/report.pdf");
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_hostile_path_over_ambiguous_templates_ends()
    {
        var operations = Operations.Of(
            [.. Enumerable.Range(0, 60).Select(i => $"GET {string.Concat(Enumerable.Repeat("/{x}", i))}/{{a}}-{{b}}-{{c}}-{{d}}/end")]);
        var router = OperationRouter.Build(operations);

        var match = router.Match("GET", string.Concat(Enumerable.Repeat("/" + new string('-', 100), 60)));

        match.Kind.ShouldBe(RouteMatchKind.UnknownPath);
    }

    [Theory]
    [InlineData("/x7y12z", "GET /x7{p}12z")]
    [InlineData("/x7y13z", "GET /x7{p}z")]
    [InlineData("/x7-12z", "GET /x7{p}12z")]
    [InlineData("/x8-q-12z", "GET /x8{p}-12z")]
    [InlineData("/x%38-q-12%7A", "GET /x8{p}-12z")]
    [InlineData("/x8-q-r", "GET /x8-{p}-{q}")]
    [InlineData("/.é.", "GET /{p}é{q}")]
    [InlineData("/.%C3%A9.", "GET /{p}é{q}")]
    [InlineData("/12", "GET /{p}{q}")]
    public void Of_many_partly_templated_segments_with_common_text_the_one_with_more_literal_text_is_found(string path, string expected)
    {
        string[] others = [.. Enumerable.Range(20, 30).SelectMany(
            i => new[] { $"GET /x{i}{{p}}z", $"GET /x{{p}}-{i}z", $"GET /{{p}}.{i}.{{q}}" })];

        Found("GET", path, [
            "GET /{p}{q}", "GET /{p}é{q}", .. others, "GET /x7{p}z", "GET /x8-{p}-{q}", "GET /x8{p}-12z", "GET /x7{p}12z",
        ]).ShouldBe(expected);
    }

    [Fact]
    public void Of_many_partly_templated_segments_one_without_the_method_gives_way_to_a_less_specific_one() =>
        Found("GET", "/report-7.json", [
            "POST /report-{id}.json", "GET /{name}.json", .. Enumerable.Range(0, 30).Select(i => $"GET /x{i}{{p}}"),
        ]).ShouldBe("GET /{name}.json");

    [Fact]
    public void Finding_an_operation_among_many_partly_templated_ones_allocates_nothing()
    {
        var router = OperationRouter.Build(Operations.Of([.. Enumerable.Range(0, 100).Select(i => $"GET /x{i}a{{p}}b")]));
        router.Match("GET", "/x77a1b");
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            router.Match("GET", "/x77a1b");
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static RouteMatch Match(string method, string path, params string[] operations) =>
        OperationRouter.Build(Operations.Of(operations)).Match(method, path);

    private static string? Found(string method, string path, params string[] operations) => Match(method, path, operations).Operation?.Id;

    private static string Captures(RouteMatch match, string names)
    {
        var found = new List<string>();
        foreach (var name in names.Split(' ').Select(word => word.Split('=')[0]))
        {
            if (match.TryGetCapture(name, out var raw))
            {
                found.Add($"{name}={raw}");
            }
        }

        return string.Join(' ', found);
    }
}
