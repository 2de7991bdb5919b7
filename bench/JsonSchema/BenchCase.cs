using System.Text;
using System.Text.Json;

namespace SocialContract.JsonSchema.Bench;

/// <summary>A schema and a valid instance of it, with keywords of draft 4 and 2020-12 alone, so that every contestant knows them.</summary>
internal sealed record BenchCase(string Name, string Schema, byte[] Body)
{
    private const string AccountSchema = """
        {
          "type": "object",
          "required": ["id", "username", "profile_picture_url", "fb_token"],
          "properties": {
            "id": {"type": "string"}, "username": {"type": "string"},
            "profile_picture_url": {"type": "string"}, "fb_token": {"type": "string"}
          }
        }
        """;

    private const string RequestSchema = $$"""
        {
          "type": "object",
          "required": ["facebook_account"],
          "properties": {
            "facebook_account": {
              "type": "object",
              "required": ["fb_token", "fb_uid"],
              "properties": {
                "fb_token": {"type": "string"}, "fb_uid": {"type": "string"},
                "location": {
                  "type": "string",
                  "enum": [
                    "workspaceSettingsPage", "signUpForm", "guidedWalkthrough", "progressMeter", "personalSettingsPage", "templateBranding"
                  ]
                }
              }
            },
            "ig_accounts": {"type": "array", "items": {{AccountSchema}}}
          }
        }
        """;

    private const string ExpressionSchema = """
        {
          "allOf": [{"$ref": "#/definitions/expression"}],
          "definitions": {
            "expression": {
              "oneOf": [
                {"type": "object", "required": ["op", "of"], "additionalProperties": false,
                 "properties": {"op": {"enum": ["not"]}, "of": {"$ref": "#/definitions/expression"}}},
                {"type": "object", "required": ["op", "all"], "additionalProperties": false,
                 "properties": {
                   "op": {"enum": ["and", "or"]},
                   "all": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/expression"}}}},
                {"type": "object", "required": ["op", "field", "value"], "additionalProperties": false,
                 "properties": {
                   "op": {"enum": ["eq", "lt", "gt"]},
                   "field": {"type": "string", "minLength": 1},
                   "value": {"oneOf": [{"type": "number"}, {"type": "string"}, {"type": "boolean"}]}}}
              ]
            }
          }
        }
        """;

    public static IReadOnlyList<BenchCase> All { get; } =
    [
        new("request-579", RequestSchema, Request(2, pictureLength: 123, padTo: 579)),
        new("array-1MB", RequestSchema, Request(2300, pictureLength: 350, padTo: 0)),
        new("oneOf-deep", ExpressionSchema, Encoding.UTF8.GetBytes(Expression(8))),
    ];

    public JsonElement SchemaElement => JsonDocument.Parse(Schema).RootElement;

    public static BenchCase Named(string name) => All.First(bench => bench.Name == name);

    private static byte[] Request(int accounts, int pictureLength, int padTo)
    {
        var body = Build(accounts, pictureLength);
        return padTo == 0 ? body : Build(accounts, pictureLength + ((padTo - body.Length) / accounts), (padTo - body.Length) % accounts);
    }

    private static byte[] Build(int accounts, int pictureLength, int more = 0)
    {
        const string Address = "https://scontent-iad3-1.xx.fbcdn.net/v/t39.30808-1/344871424_1571948339950824_n.png?oh=";
        var picture = Address.PadRight(pictureLength, 'A');
        var elements = Enumerable.Range(0, accounts).Select(number => new
        {
            id = $"IG_{number}",
            username = "Ov_dev_sl_2",
            fb_token = "ACCESS_TOKEN",
            profile_picture_url = picture + new string('B', number == 0 ? more : 0),
        });
        var account = new { fb_token = "FB_TOKEN", fb_uid = "FB_UID", location = "templateBranding" };
        return JsonSerializer.SerializeToUtf8Bytes(new { facebook_account = account, ig_accounts = elements });
    }

    private static string Expression(int depth) => depth == 0
        ? """{"op":"eq","field":"name","value":12.5}"""
        : depth % 2 == 0
            ? $$"""{"op":"and","all":[{{Expression(depth - 1)}},{"op":"lt","field":"age","value":"x"},{{Expression(depth - 1)}}]}"""
            : $$"""{"op":"not","of":{{Expression(depth - 1)}}}""";
}
