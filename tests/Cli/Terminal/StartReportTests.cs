using SocialContract.Cli.Terminal;
using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.MockServer;

namespace SocialContract.Cli.Tests.Terminal;

public sealed class StartReportTests
{
    [Fact]
    public void An_operation_that_the_mock_does_not_serve_has_the_reason_instead_of_a_command()
    {
        var api = ContractLoader.LoadText(
            """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /__admin/users: { get: { responses: { '200': { description: Fine } } } }
              /users: { get: { responses: { '200': { description: Fine } } } }
            """,
            "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;

        var url = new Uri("http://127.0.0.1:8080");

        var text = StartReport.Banner(api, url) + StartReport.Operations(api, new MockOptions { Document = "openapi.yaml" }, url);

        text.ReplaceLineEndings("\n").ShouldBe("""
            T 1 (openapi.yaml, OpenAPI 3.1.0)
            2 operations, 2 rules (2 stated, 0 shown, 0 assumed), 0 gaps, 0 warnings
            Listening on http://127.0.0.1:8080

              GET  /__admin/users
                (the mock keeps paths below /__admin for itself, so it does not serve /__admin/users)
              GET  /users
                curl 'http://127.0.0.1:8080/users'


            """.ReplaceLineEndings("\n"));
    }
}
