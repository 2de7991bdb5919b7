using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Servers that take one of several ways to authenticate; beside each, one that takes anything. Issue 12, section 4.</summary>
public sealed partial class ConformingCredentialsTests
{
    private const string BasicOrBearer = "{ basic: { type: http, scheme: basic }, bearer: { type: http, scheme: bearer } }";

    [Theory]
    [InlineData("sk_test_123", "Bearer sk_test_123")]
    [InlineData("dXNlcjpwYXNz", "Basic dXNlcjpwYXNz")]
    public async Task A_token_is_sent_by_the_scheme_that_it_fits(string token, string expected)
    {
        var report = await SmallRun.RunAsync(Secured(BasicOrBearer), context => Known(context, expected), SmallRun.WithToken(token));

        Verifying.Named(report).ShouldBeEmpty();
        report.Result("listThings", "security").Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public async Task A_user_and_password_are_sent_as_Basic_and_appear_in_no_report()
    {
        var report = await SmallRun.RunAsync(
            Secured(BasicOrBearer),
            context => Known(context, "Basic dXNlcjpzZWNyZXQ="),
            SmallRun.WithToken("other-token") with { Basic = "user:secret" });

        report.Result("listThings", "security").Outcome.ShouldBe(Outcome.Passed);
        report.Exchanges.ShouldContain(exchange => exchange.Request.Headers["Authorization"] == "Basic $CONTRACT_TOKEN_BASIC");
    }

    [Fact]
    public async Task An_API_key_is_sent_where_its_name_says()
    {
        const string Schemes = "{ bearer: { type: http, scheme: bearer }, key: { type: apiKey, in: header, name: X-Key } }";
        var report = await SmallRun.RunAsync(
            Secured(Schemes),
            context => Server.StatusAsync(context, context.Request.Headers["X-Key"] == "k1" ? 200 : 401),
            SmallRun.WithToken("other-token") with { ApiKeys = [new("X-Key", "k1")] });

        report.Result("listThings", "security").Outcome.ShouldBe(Outcome.Passed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_scheme_is_not_wrong_where_an_alternative_takes_any_text(bool checks)
    {
        const string Schemes = "{ basic: { type: http, scheme: basic }, key: { type: apiKey, in: header, name: Authorization } }";
        var report = await SmallRun.RunAsync(
            Secured(Schemes),
            context => Server.StatusAsync(
                context,
                !checks || context.Request.Headers.Authorization.ToString().Split(' ')[^1] == "dXNlcjpwYXNz" ? 200 : 401),
            SmallRun.WithToken("dXNlcjpwYXNz"));

        Verifying.Named(report).ShouldBe(checks ? [] : ["security"]);
    }

    [Theory]
    [InlineData("query", true)]
    [InlineData("query", false)]
    [InlineData("header", true)]
    [InlineData("header", false)]
    public async Task A_key_that_is_a_parameter_too_is_sent_once(string location, bool checks)
    {
        var report = await SmallRun.RunAsync(
            $$"""
            security: [{ k: [] }]
            paths:
              /things:
                get:
                  operationId: listThings
                  parameters: [{ name: key, in: {{location}}, required: true, schema: { type: string, minLength: 2 } }]
                  responses: { '200': { description: All. }, '401': { description: Who? } }
            components: { securitySchemes: { k: { type: apiKey, in: {{location}}, name: key } } }
            """,
            context => Server.StatusAsync(
                context,
                !checks || (location == "query" ? context.Request.Query["key"] : context.Request.Headers["key"]) is ["TOKEN"] ? 200 : 401));

        Verifying.Named(report).ShouldBe(checks ? [] : ["security"]);
        report.Result("listThings", "security").Outcome.ShouldBe(checks ? Outcome.Passed : Outcome.Failed);
    }

    private static Task Known(HttpContext context, string authorization) =>
        Server.StatusAsync(context, context.Request.Headers.Authorization == authorization ? 200 : 401);

    /// <param name="schemes">Each of them is an alternative.</param>
    private static string Secured(string schemes)
    {
        var names = SchemeName().Matches(schemes).Select(match => match.Groups[1].Value);
        return $$"""
            security: [ {{string.Join(", ", names.Select(name => $"{{ {name}: [] }}"))}} ]
            paths:
              /things:
                get:
                  operationId: listThings
                  responses: { '200': { description: All. }, '401': { description: Who? } }
            components: { securitySchemes: {{schemes}} }
            """;
    }

    [GeneratedRegex("(\\w+): \\{")]
    private static partial Regex SchemeName();
}
