using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static SocialContract.ReferenceImpl.Tests.Support.Bodies;

namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>The check of every response works: a test fails if the server's responses break the document.</summary>
public sealed class ConformingResponsesTests
{
    [Theory]
    [InlineData("\"success\":true", "\"success\":\"true\"", "/body/success")]
    [InlineData("\"nickname\":\"\",", "", "/body/ig_accounts/0")]
    [InlineData("\"id\":1,", "\"id\":\"1\",", "/body/ig_accounts/0/id")]
    [InlineData(".966Z", "Z", "/body/ig_accounts/0/created_at")]
    [InlineData("\"message\":[]", "\"message\":\"\"", "/body/message")]
    public async Task A_response_that_breaks_the_document_fails_the_test(string correct, string broken, string place)
    {
        await using var server = await TestServer.StartAsync(options => options with { Middleware = Replacing(correct, broken) });

        var fault = await Should.ThrowAsync<BrokenResponseException>(() => server.User.ConnectInstagramAccounts(Personal, "A"));

        fault.Message.ShouldContain(place);
    }

    [Fact]
    public async Task A_status_that_the_document_does_not_have_fails_the_test()
    {
        await using var server = await TestServer.StartAsync(options => options with
        {
            Middleware = web => web.Use((HttpContext context, RequestDelegate next) =>
            {
                context.Response.OnStarting(() => Task.FromResult(context.Response.StatusCode = 203));
                return next(context);
            }),
        });

        await Should.ThrowAsync<BrokenResponseException>(() => server.User.ConnectInstagramAccounts(Personal, "A"));
    }

    /// <summary>Middleware that replaces text in responses.</summary>
    private static Action<IApplicationBuilder> Replacing(
        string correct, string broken) => web => web.Use(async (HttpContext context, RequestDelegate next) =>
    {
        var client = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await next(context);

        var answer = Encoding.UTF8.GetString(held.ToArray());
        answer.ShouldContain(correct);
        context.Response.Body = client;
        context.Response.ContentLength = null;
        await context.Response.WriteAsync(answer.Replace(correct, broken, StringComparison.Ordinal));
    });
}
