using System.Text.Json.Nodes;
using SocialContract.Contract.Export.WireMock;
using SocialContract.Contract.Tests.Reading;
using SocialContract.Contract.Tests.Spec;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Export.Tests.WireMock;

public class WireMockExportTests
{
    private static readonly ContractDescription Shipped = Loading.Loaded(File.ReadAllText(Checkout.PathOf("spec/openapi.yaml")));

    [Fact]
    public void Two_exports_of_a_document_are_the_same()
    {
        var first = WireMockExport.Of(Shipped);
        var second = WireMockExport.Of(Shipped);

        second.Files.ShouldBe(first.Files);
        second.Notes.ShouldBe(first.Notes);
    }

    [Fact]
    public void Each_stub_has_an_id_a_name_and_a_priority_of_its_own()
    {
        var stubs = StubsOf(Shipped);

        foreach (var member in new[] { "id", "priority" })
        {
            stubs.Select(stub => stub[member]!.ToJsonString()).ShouldBeUnique();
        }

        stubs.ShouldAllBe(stub => stub["name"]!.GetValue<string>().Length > 0);
    }

    [Fact]
    public void Each_rule_of_a_JSON_body_has_a_stub_that_names_it()
    {
        var named = StubsOf(Shipped).Select(stub => stub["metadata"]!["contract"]!["rule"]?.GetValue<string>()).ToHashSet();

        Shipped.Operations.SelectMany(Shipped.Rules.Requests)
            .Where(use => use.MediaType is null or { Name: "application/json" })
            .Select(use => use.Rule.Id)
            .Where(rule => !named.Contains(rule) && rule != "deleteInstagramAccount/path/id/required")
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_is_tested_by_its_keyword_alone()
    {
        var stub = StubsOf(Shipped).Single(
            stub => stub["metadata"]!["contract"]!["rule"]?.GetValue<string>() == "InstagramAccountToConnect/id/type");

        stub["request"]!["bodyPatterns"]![1]!.ToJsonString().ShouldBe(
            """
            {"not":{"matchesJsonSchema":{"$ref":"#/$defs/CreateInstagramAccounts","$defs":{"CreateInstagramAccounts":{"properties":{"facebook_account":true,"ig_accounts":{"items":{"$ref":"#/$defs/InstagramAccountToConnect"}}}},"InstagramAccountToConnect":{"properties":{"id":{"type":"string"},"username":true,"profile_picture_url":true,"fb_token":true}}}},"schemaVersion":"V202012"}}
            """);
        stub["response"]!["body"]!.GetValue<string>().ShouldBe("""{"ig_accounts[id]":["Must be a String"]}""");
        stub["response"]!["status"]!.GetValue<int>().ShouldBe(422);
    }

    [Fact]
    public void A_concrete_path_is_asked_before_a_templated_one()
    {
        var stubs = StubsOf(Loading.Loaded(SmallDocument.Of(
            """
              /a/{x}/c: { get: { operationId: last, responses: { '200': { description: A } } } }
              /a/{x}: { get: { operationId: whole, responses: { '200': { description: A } } } }
              /a/{x}.json: { get: { operationId: part, responses: { '200': { description: A } } } }
              /a/b: { get: { operationId: concrete, responses: { '200': { description: A } } } }
            """)));

        PriorityOf("concrete").ShouldBeLessThan(PriorityOf("part"));
        PriorityOf("part").ShouldBeLessThan(PriorityOf("whole"));

        int PriorityOf(string operation) => stubs
            .Where(stub => stub["metadata"]!["contract"]!["operation"]?.GetValue<string>() == operation)
            .Max(stub => stub["priority"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(
        "$request.body#/name",
        """{"v":{{#neq (jsonPath request.body "$['name']" default="@@missing") "@@missing"}}"""
            + """{{{toJson (jsonPath request.body "$['name']")}}}{{else}}"x"{{/neq}} }""")]
    [InlineData("by {$method}", """{"v":{{#assign 'text1'}}by {{{request.method}}}{{/assign}}{{{toJson text1}}} }""")]
    [InlineData(
        "$request.body#/count",
        """{"v":{{#neq (jsonPath request.body "$['count']" default="@@missing") "@@missing"}}"""
            + "\"" + """{{{jsonPath request.body "$['count']"}}}"{{else}}"x"{{/neq}} }""")]
    [InlineData("brace { {$method}", """{"v":"x"}""")]
    [InlineData("$request.body#/it's", """{"v":"x"}""")]
    public void A_value_of_the_request_is_filled_in_by_a_template(string expression, string template)
    {
        var stubs = StubsOf(Loading.Loaded(SmallDocument.Of(
            $$"""
              /a:
                post:
                  operationId: add
                  requestBody:
                    content: { application/json: { schema: { type: object, properties: { name: { type: string }, count: { type: integer } } } } }
                  responses:
                    '200':
                      description: A
                      content:
                        application/json:
                          schema: { type: object, properties: { v: { type: string } } }
                          examples: { one: { x-echo: { /v: "{{expression}}" }, value: { v: x } } }
            """)));

        stubs.Single(stub => stub["name"]!.GetValue<string>() == "add: the response without preferences")["response"]!["body"]!
            .GetValue<string>().ShouldBe(template);
    }

    [Fact]
    public void What_cannot_be_exported_is_named_in_the_README_too()
    {
        var export = WireMockExport.Of(Shipped);

        const string Note = "createInstagramAccounts: InstagramAccountToConnect/id/type in multipart/form-data: "
            + "elements of lists in forms are not matched";
        export.Notes.ShouldContain(Note);
        export.Files.Single(file => file.Path == "README.md").Text.ShouldContain($"- {Note}\n");
    }

    private static List<JsonNode> StubsOf(ContractDescription api) =>
    [
        .. WireMockExport.Of(api).Files
            .Where(file => file.Path.StartsWith("mappings/", StringComparison.Ordinal))
            .Select(file => JsonNode.Parse(file.Text)!),
    ];
}
