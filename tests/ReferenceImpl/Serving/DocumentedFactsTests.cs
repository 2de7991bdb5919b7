using System.Net;
using System.Text.Json.Nodes;
using SocialContract.Contract.Tests.Spec;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.Serving;

/// <summary>Each fact of the pages, kept and broken, over a real socket.</summary>
public sealed class DocumentedFactsTests
{
    public static TheoryData<string> Facts => DocumentedFacts.Ids;

    public static TheoryData<string> Demands =>
        [.. DocumentedFacts.All.Where(fact => fact.Rules.Any(rule => rule.Bad is not null)).Select(fact => fact.Id)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_request_that_keeps_a_fact_is_accepted(string id)
    {
        await using var server = await TestServer.StartAsync();
        var fact = DocumentedFacts.Named(id);
        var request = DocumentedRequest.Of(fact.Operation).With(fact.Good);
        if (request.Parts["path"]?["id"] is { } account)
        {
            await server.User.SetUp("an Instagram account exists", new { id = account.GetValue<int>(), owner = "user" });
        }

        var (status, _) = await server.SendAsync(request);

        status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task A_request_that_breaks_a_fact_is_refused_in_the_documentations_language(string id)
    {
        await using var server = await TestServer.StartAsync();
        var fact = DocumentedFacts.Named(id);

        foreach (var rule in fact.Rules.Where(rule => rule.Bad is not null))
        {
            var (status, answer) = await server.SendAsync(DocumentedRequest.Of(fact.Operation).With(rule.Bad!));

            ((int)status).ShouldBe(rule.Status);
            answer.ToJsonString().ShouldBe(rule.Status == 401
                ? """{"error":"Only registered user can perform this action"}"""
                : new JsonObject { [fact.Parameter] = new JsonArray(fact.Sentence ?? "is required") }.ToJsonString());
        }
    }
}
