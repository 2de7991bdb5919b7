using SocialContract.Contract.Model;

namespace SocialContract.Contract.Tests.Model;

public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("/users/{userId}/posts", true)]
    [InlineData("{id}.json", true)]
    [InlineData("/plain", false)]
    [InlineData("/a{b", false)]
    [InlineData("/a{b/c}", false)]
    public void A_path_with_an_expression_is_templated(string path, bool isTemplated) =>
        PathTemplate.IsTemplated(path).ShouldBe(isTemplated);

    [Theory]
    [InlineData("/users/{userId}/posts/{id}", "/users/{}/posts/{}")]
    [InlineData("/reports/{id}.{format}", "/reports/{}.{}")]
    [InlineData("/plain", "/plain")]
    [InlineData("/a{b/c}", "/a{b/c}")]
    public void The_shape_has_no_names(string path, string shape) => PathTemplate.Shape(path).ShouldBe(shape);

    [Theory]
    [InlineData("/users/{userId}/posts/{id}", "userId", "/users/{}")]
    [InlineData("/users/{userId}/posts/{id}", "id", "/users/{}/posts/{}")]
    [InlineData("/users/{userId}/", "userId", "/users/{}")]
    [InlineData("/reports/{id}.{format}", "id", null)]
    [InlineData("/users/{userId}", "user", null)]
    public void The_shape_ends_with_a_parameter_that_is_a_whole_segment(string path, string parameter, string? shape) =>
        PathTemplate.ShapeDownTo(path, parameter).ShouldBe(shape);

    [Fact]
    public void A_value_with_braces_is_not_filled_again() =>
        PathTemplate.Filled("/{a}/{b}/{c}", name => name == "c" ? null : $"{{{(name == "a" ? "b" : "a")}}}").ShouldBe("/{b}/{a}/{c}");
}
