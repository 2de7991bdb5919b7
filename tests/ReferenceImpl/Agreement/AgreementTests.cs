using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.Tests.Spec;
using SocialContract.MockServer;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.Agreement;

/// <summary>
/// The same bytes to the mock server and to the reference implementation: both accept them, or both refuse them with the same status for
/// the same rules. So what a front-end learns from the mock holds for a real server.
/// </summary>
public sealed class AgreementTests
{
    private const string Token = "user-token";

    public static TheoryData<string> Facts => DocumentedFacts.Ids;

    public static TheoryData<string> Demands =>
        [.. DocumentedFacts.All.Where(fact => fact.Rules.Any(rule => rule.Bad is not null)).Select(fact => fact.Id)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Both_accept_a_request_that_keeps_a_fact(string id)
    {
        var fact = DocumentedFacts.Named(id);
        var request = DocumentedRequest.Of(fact.Operation).With(fact.Good);

        var (mock, reference) = await VerdictsAsync(() => request.ToMessage(Token), account: request.Parts["path"]?["id"]?.GetValue<int>());

        mock.ShouldBe(new Verdict(HttpStatusCode.OK, ""));
        reference.ShouldBe(mock);
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task Both_refuse_a_request_that_breaks_a_fact_for_the_same_rule(string id)
    {
        var fact = DocumentedFacts.Named(id);
        foreach (var rule in fact.Rules.Where(rule => rule.Bad is not null))
        {
            var (mock, reference) = await VerdictsAsync(() => DocumentedRequest.Of(fact.Operation).With(rule.Bad!).ToMessage(Token));

            ((int)mock.Status).ShouldBe(rule.Status);
            // The request has one fault, so it breaks one rule.
            mock.Rules.Split(", ").ShouldHaveSingleItem().ShouldNotBeEmpty();
            reference.ShouldBe(mock);
        }
    }

    [Theory]
    [MemberData(nameof(DocumentedBodies.Names), MemberType = typeof(DocumentedBodies))]
    public async Task Both_give_the_same_verdict_on_the_documentations_requests(string name)
    {
        var body = DocumentedBodies.Named(name);

        var (mock, reference) = await VerdictsAsync(
            () =>
            {
                var message = body.ToMessage();
                message.Headers.Add("Authentication", $"Bearer {Token}");
                return message;
            },
            account: 1);

        ((int)mock.Status).ShouldBe(body.Status);
        reference.ShouldBe(mock);
    }

    [Theory]
    [InlineData("application/json", "")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", """{"facebook_account": {"fb_token": "a", "fb_token": "b", "fb_uid": "1"}}""")]
    [InlineData("application/json", """{"facebook_account": {"fb_token": 7, "fb_uid": []}, "ig_accounts": [null, 1, {}]}""")]
    [InlineData("application/json; charset=utf-16", "{}")]
    [InlineData("text/plain", "{}")]
    [InlineData("application/x-www-form-urlencoded", "facebook_account=1&facebook_account[fb_uid]=2")]
    [InlineData(
        "application/x-www-form-urlencoded",
        "facebook_account[fb_token]=T&facebook_account[fb_uid]=1&ig_accounts[][id]=1&ig_accounts[][id]=2")]
    [InlineData("application/x-www-form-urlencoded", "%zz=1")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\nno name\r\n--x--\r\n")]
    public async Task Both_give_the_same_verdict_on_hostile_requests(string contentType, string body)
    {
        var (mock, reference) = await VerdictsAsync(() =>
        {
            var message = new HttpRequestMessage(
                HttpMethod.Post, new Uri("/api/v3/instagram_accounts", UriKind.Relative)) { Content = new StringContent(body) };
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            message.Headers.Add("Authentication", $"Bearer {Token}");
            return message;
        });

        reference.ShouldBe(mock);
    }

    private static async Task<(Verdict Mock, Verdict Reference)> VerdictsAsync(Func<HttpRequestMessage> message, int? account = null) =>
        (await VerdictOfMockAsync(message), await VerdictOfReferenceAsync(message, account));

    private static async Task<Verdict> VerdictOfMockAsync(Func<HttpRequestMessage> message)
    {
        var log = new RuleLog();
        HttpStatusCode status;
        await using (
            var mock = await MockHost.StartAsync(
                TestServer.Contract, new MockOptions { Document = TestServer.Document, Tokens = [Token], Sinks = [log], Reload = false }))
        {
            status = await StatusAsync(mock.Url, message);
        }

        // The mock logs after its response; when it has stopped, the log is complete.
        return new Verdict(status, log.Rules);
    }

    private static async Task<Verdict> VerdictOfReferenceAsync(Func<HttpRequestMessage> message, int? account)
    {
        var log = new RuleLog();
        await using var reference = await TestServer.StartAsync(options => options with { Logging = logging => logging.AddProvider(log) });
        if (account is { } id)
        {
            await reference.User.SetUp("an Instagram account exists", new { id, owner = "user" });
        }

        return new Verdict(await StatusAsync(reference.Url, message), log.Rules);
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri server, Func<HttpRequestMessage> message)
    {
        using var client = new HttpClient { BaseAddress = server };
        using var request = message();
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <param name="Rules">The ids of the rules that were broken, in order; empty where the request was accepted.</param>
    private sealed record Verdict(HttpStatusCode Status, string Rules);
}
