using System.Net;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.Serving;

/// <summary>The documentation's own requests: as JSON and as both kinds of form, as printed and repaired.</summary>
public sealed class DocumentedExamplesTests
{
    [Theory]
    [MemberData(nameof(DocumentedBodies.Names), MemberType = typeof(DocumentedBodies))]
    public async Task A_request_of_the_documentation_gets_the_expected_response(string name)
    {
        await using var server = await TestServer.StartAsync();
        await server.User.SetUp("an Instagram account exists", new { id = 1, owner = "user" });
        var body = DocumentedBodies.Named(name);

        using var message = body.ToMessage();
        using var response = await server.User.SendAsync(message, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(body.Status);
        if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            (await response.JsonBody()).AsObject().Select(member => member.Key).ShouldBe(body.Refused);
        }
    }

    [Theory]
    [InlineData("/api/v3/instagram_accounts", "ig_accounts")]
    [InlineData("/api/v3/facebook_pages", "fb_pages")]
    public async Task JSON_and_both_forms_connect_the_same_accounts(string path, string array)
    {
        await using var server = await TestServer.StartAsync();
        var answers = new List<string>();
        foreach (var body in DocumentedBodies.All.Where(body => body.Path == path && body.Status == 200))
        {
            await server.User.SetUp("a clean slate");
            using var message = body.ToMessage();
            using var response = await server.User.SendAsync(message, TestContext.Current.CancellationToken);
            var answer = await response.JsonBody();
            foreach (var account in answer[array]!.AsArray())
            {
                // Ids are never used twice, so these differ.
                account!["id"] = 0;
                account["facebook_account_id"] = 0;
            }

            answers.Add(answer.ToJsonString());
        }

        answers.Count.ShouldBe(3);
        answers.Distinct().ShouldHaveSingleItem();
    }
}
