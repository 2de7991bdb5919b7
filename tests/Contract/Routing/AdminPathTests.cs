using SocialContract.Contract.Routing;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Routing;

public sealed class AdminPathTests
{
    [Theory]
    [InlineData("/__admin", true)]
    [InlineData("/__admin/", true)]
    [InlineData("/__admin/mappings/1", true)]
    [InlineData("/__administrators", false)]
    [InlineData("/v1/__admin", false)]
    [InlineData("/__Admin", false)]
    public void The_mock_keeps_the_prefix_and_what_is_below_it(string path, bool isKept) => AdminPath.Contains(path).ShouldBe(isKept);

    [Theory]
    [InlineData("/__admin/users", "/", "the mock keeps paths below /__admin for itself, so it does not serve /__admin/users")]
    [InlineData("/__admin/users", "/__admin", "the mock keeps paths below /__admin for itself, so it does not serve /__admin/users")]
    [InlineData("/__admin/u", "/v1/", "the mock keeps paths below /__admin for itself, so it serves /__admin/u only as /v1/__admin/u")]
    [InlineData("/users", "/__admin", null)]
    [InlineData("/__administrators", "/", null)]
    public void An_operation_below_the_prefix_has_a_hint(string path, string server, string? hint)
    {
        var api = Loading.Loaded($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [{ url: '{{server}}' }]
            paths: { {{path}}: { get: { responses: { '200': { description: Fine } } } } }
            """);

        AdminPath.HintFor(api.Operations[0]).ShouldBe(hint);
    }
}
