using Microsoft.AspNetCore.Http;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Tokens go where the document says: a header, the query, a cookie; and into no report.</summary>
public sealed class CredentialPlacesTests
{
    /// <summary>What a query, a cookie and a JSON text would all read wrongly if it were not written with care.</summary>
    private const string Token = "s3cret&more+=/%20";

    [Theory]
    [InlineData("{ type: apiKey, in: query, name: api_key }")]
    [InlineData("{ type: apiKey, in: header, name: X-Api-Key }")]
    [InlineData("{ type: http, scheme: bearer }")]
    public async Task A_server_that_looks_for_the_token_there_conforms(string scheme)
    {
        var report = await RunAsync(scheme, context => Given(context) == Token);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        report.Result("listThings", "security").Outcome.ShouldBe(Outcome.Passed);
        report.Exchanges.ShouldAllBe(exchange => !exchange.Request.Target.Contains("s3cret") && !exchange.Curl.Contains("s3cret"));
    }

    [Theory]
    [InlineData("{ type: apiKey, in: query, name: api_key }")]
    [InlineData("{ type: apiKey, in: header, name: X-Api-Key }")]
    [InlineData("{ type: apiKey, in: cookie, name: session }")]
    [InlineData("{ type: http, scheme: bearer }")]
    [InlineData("{ type: http, scheme: basic }")]
    public async Task A_server_that_does_not_look_is_found(string scheme)
    {
        var report = await RunAsync(scheme, _ => true);

        Verifying.Named(report).ShouldBe(["security"]);
    }

    private static string? Given(HttpContext context) =>
        context.Request.Query["api_key"] is [var key] ? key
        : context.Request.Headers["X-Api-Key"] is [var header] ? header
        : context.Request.Headers.Authorization.ToString() is { Length: > 7 } text && text.StartsWith("Bearer ", StringComparison.Ordinal)
            ? text[7..]
        : null;

    private static async Task<VerificationReport> RunAsync(string scheme, Func<HttpContext, bool> isKnown)
    {
        var plan = Verifying.PlanOf($$"""
            openapi: 3.1.0
            info: { title: Things, version: '1' }
            security: [{ key: [] }]
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200': { description: All of them., content: { application/json: { schema: { type: array } } } }
                    '401': { description: Who are you? }
            components: { securitySchemes: { key: {{scheme}} } }
            """);
        await using var server = await Server.StartAsync(context =>
            isKnown(context) ? Server.JsonAsync(context, 200, "[]") : Server.JsonAsync(context, 401, "{}"));
        return await Verifying.RunAsync(plan, server.Url, Token);
    }
}
