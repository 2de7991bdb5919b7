using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;

namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>ajv and NJsonSchema on the request schemas of the shipped document, each rule broken in turn by hand.</summary>
public sealed class ContractOpinionTests(AjvJudge ajv) : IClassFixture<AjvJudge>
{
    private const string Account = """{"fb_token":"T","fb_uid":"U","location":"signUpForm"}""";
    private const string Instagram = """{"id":"1","username":"n","profile_picture_url":"https://x.example/p","fb_token":"t"}""";
    private const string Page = """{"id":"1","name":"n","access_token":"t","picture":"https://x.example/p","is_silhouette":IS}""";

    public static TheoryData<string, string, bool> Requests
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var (list, element, operation) in new[] { ("ig_accounts", Instagram, "createInstagramAccounts"), ("fb_pages", Page.Replace("IS", "true"), "createFacebookPages") })
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
                    data.Add(operation, $$$"""{"facebook_account":{{{Account}}},"{{{list}}}":[{{{Edit(element, node => node.Remove(member))}}}]}""", false);
                    data.Add(operation, $$$"""{"facebook_account":{{{Account}}},"{{{list}}}":[{{{Edit(element, node => node[member] = new JsonArray())}}}]}""", false);
                }
            }

            foreach (var (value, valid) in new[] { ("false", true), ("1", true), ("0", true), ("2", false), ("\"yes\"", false), ("null", false) })
            {
                data.Add("createFacebookPages", $$$"""{"facebook_account":{{{Account}}},"fb_pages":[{{{Page.Replace("IS", value)}}}]}""", valid);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void All_three_agree_on_a_request(string operation, string request, bool valid)
    {
        var api = ContractLoader.Load(Path.Combine(Folders.Repository, "spec", "openapi.yaml")).ShouldBeOfType<LoadResult.Loaded>().Api;
        var reference = api.Operations.Single(candidate => candidate.Id == operation).RequestBody!.Content.Single(content => content.Name == "application/json").Schema!;
        var own = reference.Compiled(MessageDirection.Request).ShouldBeOfType<CompileResult.Compiled>().Schema;
        var inlined = Inline(JsonNode.Parse(reference.Node.Value.GetRawText())!, JsonNode.Parse(reference.Node.File.Root.GetRawText())!).ToJsonString();

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

    /// <summary>Puts what references lead to in their place: these schemas do not recur.</summary>
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
                return new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Inline(member.Value, root))));
            case JsonArray array:
                return new JsonArray([.. array.Select(item => item is null ? null : Inline(item, root))]);
            default:
                return schema.DeepClone();
        }
    }
}
