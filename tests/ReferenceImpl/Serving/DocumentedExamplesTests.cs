using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SocialApi.Contract.Tests.Spec;
using SocialApi.ReferenceImpl.Tests.Hosting;

namespace SocialApi.ReferenceImpl.Tests.Serving;

/// <summary>The documentation's own requests, byte for byte: as JSON and as both kinds of form, as printed and repaired.</summary>
public sealed class DocumentedExamplesTests
{
    private static readonly JsonArray Index = JsonNode.Parse(File.ReadAllText(FileOf("index.json")))!.AsArray();

    public static TheoryData<string> Names => [.. Index.Select(entry => entry!["name"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_of_the_documentation_is_answered_as_it_leads_one_to_expect(string name)
    {
        await using var server = await TestServer.StartAsync(options => options with { Users = [new(Users.Role.User, "TOKEN")] });
        var entry = Index.Single(entry => entry!["name"]!.GetValue<string>() == name)!;
        await server.ClientOf("TOKEN").SetUp("an Instagram account exists", new { id = 1, owner = "user" });

        using var message = MessageOf(entry);
        using var response = await server.ClientOf("TOKEN").SendAsync(message, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(entry["status"]!.GetValue<int>());
        if (response.StatusCode == System.Net.HttpStatusCode.UnprocessableEntity)
        {
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
            answer.Select(member => member.Key).ShouldBe(entry["refused"]!.AsArray().Select(parameter => parameter!.GetValue<string>()));
        }
    }

    [Theory]
    [InlineData("instagram-accounts", "/api/v3/instagram_accounts", "ig_accounts")]
    [InlineData("facebook-pages", "/api/v3/facebook_pages", "fb_pages")]
    public async Task JSON_and_both_forms_connect_the_same_accounts(string file, string path, string array)
    {
        await using var server = await TestServer.StartAsync();
        var answers = new List<string>();
        foreach (var entry in Index.Where(entry => entry!["path"]!.GetValue<string>() == path && entry["status"]!.GetValue<int>() == 200))
        {
            entry!["body"]!.GetValue<string>().ShouldStartWith(file);
            await server.User.SetUp("a clean slate");
            using var message = MessageOf(entry);
            using var response = await server.User.SendAsync(message, TestContext.Current.CancellationToken);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
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

    private static HttpRequestMessage MessageOf(JsonNode entry)
    {
        var message = new HttpRequestMessage(HttpMethod.Parse(entry["method"]!.GetValue<string>()), new Uri(entry["path"]!.GetValue<string>(), UriKind.Relative));
        if (entry["body"] is { } file)
        {
            message.Content = new ByteArrayContent(File.ReadAllBytes(FileOf(file.GetValue<string>())));
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(entry["contentType"]!.GetValue<string>());
        }

        return message;
    }

    private static string FileOf(string name) => Checkout.PathOf($"tests/documents/requests/{name}");
}
