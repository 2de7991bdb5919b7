using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;

namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>ajv and NJsonSchema on the request schemas of the shipped document, with each rule broken in turn by hand.</summary>
public sealed class ContractOpinionTests(AjvJudge ajv) : IClassFixture<AjvJudge>
{
    private const string Account = """{"fb_token":"T","fb_uid":"U","location":"signUpForm"}""";
    private const string Instagram = """{"id":"1","username":"n","profile_picture_url":"https://x.example/p","fb_token":"t"}""";
    private const string Page = """{"id":"1","name":"n","access_token":"t","picture":"https://x.example/p","is_silhouette":IS}""";

    private static readonly (string List, string Element, string Operation)[] Lists =
    [
        ("ig_accounts", Instagram, "createInstagramAccounts"),
        ("fb_pages", Page.Replace("IS", "true"), "createFacebookPages"),
    ];

    private static readonly (string Value, bool Valid)[] Silhouettes =
        [("false", true), ("1", true), ("0", true), ("2", false), ("\"yes\"", false), ("null", false)];

    public static TheoryData<string, string, bool> Requests
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var (list, element, operation) in Lists)
            {
                data.Add(operation, $$$"""{"facebook_account":{{{Account}}},"{{{list}}}":[{{{element}}}]}""", true);
                data.Add(operation, $$$"""{"facebook_account":{{{Account}}}}""", true);
                data.Add(operation, $$$"""{"{{{list}}}":[{{{element}}}]}""", false);
                data.Add(operation, $$$"""{"facebook_account":"x"}""", false);
                data.Add(operation, $$$"""{"facebook_account":[]}""", false);
                data.Add(operation, $$$"""{"facebook_account":{"fb_token":"T"}}""", false);
                data.Add(operation, $$$"""{"facebook_account":{"fb_uid":"U"}}""", false);
                data.Add(operation, $$$"""{"facebook_account":{"fb_token":1,"fb_uid":"U"}}""", false);
                data.Add(operation, $$$"""{"facebook_account":{"fb_token":"T","fb_uid":true}}""", false);
                data.Add(operation, $$$"""{"facebook_account":{"fb_token":"T","fb_uid":"U","location":"Nowhere"}}""", false);
                data.Add(operation, $$$"""{"facebook_account":{"fb_token":"T","fb_uid":"U","rb_uid":1}}""", true);
                data.Add(operation, $$$"""{"facebook_account":{{{Account}}},"{{{list}}}":{}}""", false);
                data.Add(operation, $$$"""{"facebook_account":{{{Account}}},"{{{list}}}":["x"]}""", false);
                foreach (var member in JsonNode.Parse(element)!.AsObject().Select(member => member.Key).ToList())
                {
                    var missing = Edit(element, node => node.Remove(member));
                    var ofWrongType = Edit(element, node => node[member] = new JsonArray());
                    data.Add(operation, $$$"""{"facebook_account":{{{Account}}},"{{{list}}}":[{{{missing}}}]}""", false);
                    data.Add(operation, $$$"""{"facebook_account":{{{Account}}},"{{{list}}}":[{{{ofWrongType}}}]}""", false);
                }
            }

            foreach (var (value, valid) in Silhouettes)
            {
                var page = Page.Replace("IS", value);
                data.Add("createFacebookPages", $$$"""{"facebook_account":{{{Account}}},"fb_pages":[{{{page}}}]}""", valid);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void All_three_agree_on_a_request(string operation, string request, bool valid)
    {
        var api = ContractLoader.Load(Path.Combine(Folders.Repository, "spec", "openapi.yaml")).ShouldBeOfType<LoadResult.Loaded>().Api;
        var body = api.Operations.Single(candidate => candidate.Id == operation).RequestBody!;
        var reference = body.Content.Single(content => content.Name == "application/json").Schema!;
        var own = reference.Compiled(MessageDirection.Request).ShouldBeOfType<CompileResult.Compiled>().Schema;
        var root = JsonNode.Parse(reference.Node.File.Root.GetRawText())!;
        var inlined = Inline(JsonNode.Parse(reference.Node.Value.GetRawText())!, root).ToJsonString();

        own.Accepts(request).ShouldBe(valid);
        ajv.Judge(inlined, [request]).ShouldBe([valid]);
        NJsonSchemaJudge.Judge(inlined, [request]).ShouldBe([valid]);
    }

    private static string Edit(string json, Action<JsonObject> edit)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        edit(node);
        return node.ToJsonString();
    }

    /// <summary>Replaces references by their targets; these schemas are not recursive.</summary>
    private static JsonNode Inline(JsonNode schema, JsonNode root)
    {
        switch (schema)
        {
            case JsonObject reference when reference["$ref"] is JsonValue target:
                var node = root;
                foreach (var token in target.GetValue<string>().Split('/').Skip(1))
                {
                    node = node[token]!;
                }

                return Inline(node, root);
            case JsonObject map:
                return new JsonObject(map.Select(
                    member => KeyValuePair.Create(member.Key, member.Value is null ? null : Inline(member.Value, root))));
            case JsonArray array:
                return new JsonArray([.. array.Select(item => item is null ? null : Inline(item, root))]);
            default:
                return schema.DeepClone();
        }
    }
}
