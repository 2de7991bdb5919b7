using SocialContract.Contract.Routing;

namespace SocialContract.Contract.Tests.Routing;

public sealed class NearestPathsTests
{
    private static readonly OperationRouter Router = OperationRouter.Build(Operations.Of(
        "GET /users",
        "GET /users/{id}",
        "DELETE /users/{id}",
        "GET /orders/{id}/lines",
        "POST /api/v3/instagram_accounts",
        "GET /pets /v2"));

    [Theory]
    [InlineData("/user", "GET /users")]
    [InlineData("/Users", "GET /users")]
    [InlineData("/user/7", "GET, DELETE /users/{id}")]
    [InlineData("/orders/7/line", "GET /orders/{id}/lines")]
    [InlineData("/api/v3/instagram_account", "POST /api/v3/instagram_accounts")]
    [InlineData("/v3/instagram_accounts", "POST /api/v3/instagram_accounts")]
    [InlineData("/v2/pet", "GET /pets")]
    public void The_most_similar_path_comes_first(string path, string expected) => Router.Nearest(path, 3)[0].ShouldBe(expected);

    [Fact]
    public void No_more_paths_than_requested_are_returned_and_none_twice()
    {
        Router.Nearest("/users/7/x", 2).Count.ShouldBe(2);
        Router.Nearest("/nothing/like/it", 50).ShouldBeUnique();
    }

    [Fact]
    public void A_hostile_path_is_cut() =>
        Router.Nearest("/" + new string('a', 100_000) + string.Concat(Enumerable.Repeat("/b", 50_000)), 1).Count.ShouldBe(1);
}
