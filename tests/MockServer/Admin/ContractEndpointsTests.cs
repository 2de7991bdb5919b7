using System.Text.Json.Nodes;

namespace SocialContract.MockServer.Tests.Admin;

/// <summary>The operations of the document with their examples, rules and a line to paste.</summary>
public sealed class ContractEndpointsTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Fact]
    public async Task Each_operation_has_the_names_of_its_examples_by_status()
    {
        var operations = await Operations();

        operations.Select(operation => operation["operationId"]!.GetValue<string>())
            .ShouldBe(["createInstagramAccounts", "deleteInstagramAccount", "createFacebookPages"]);
        operations[1]["method"]!.GetValue<string>().ShouldBe("DELETE");
        operations[1]["path"]!.GetValue<string>().ShouldBe("/api/v3/instagram_accounts/{id}");
        operations[1]["responses"]!.AsArray()
            .Select(response => $"{response!["status"]}: {string.Join(' ', response["examples"]!.AsArray())}")
            .ShouldContain("404: not-found");
    }

    [Fact]
    public async Task Each_operation_has_its_rules_with_their_sentences_and_sources()
    {
        var rule = (await Operations())[1]["rules"]!.AsArray()
            .First(rule => rule!["id"]!.GetValue<string>() == "deleteInstagramAccount/path/id/type")!;

        rule["text"]!.GetValue<string>().ShouldBe("id is an integer");
        rule["source"]!.GetValue<string>().ShouldBe("stated");
        rule["at"]!.GetValue<string>().ShouldContain("openapi.yaml:");
    }

    [Fact]
    public async Task The_line_to_paste_leads_to_this_mock()
    {
        var curl = (await Operations())[1]["curl"]!.GetValue<string>();

        curl.ShouldBe($"curl -X DELETE '{mock.Url}api/v3/instagram_accounts/1' -H 'Authentication: Bearer TOKEN'");
    }

    [Fact]
    public async Task A_part_of_a_long_list_can_be_asked_for()
    {
        using var response = await mock.Client.GetAsync("/__admin/contract/operations?offset=2&limit=5", Http.Cancelled);

        var body = await response.Json();
        body["operations"]!.AsArray().Count.ShouldBe(1);
        body["total"]!.GetValue<int>().ShouldBe(3);
    }

    private async Task<IReadOnlyList<JsonNode>> Operations()
    {
        using var response = await mock.Client.GetAsync("/__admin/contract/operations", Http.Cancelled);
        return [.. (await response.Json())["operations"]!.AsArray().Select(operation => operation!)];
    }
}
