using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Tests.Hostile;

/// <summary>Random damage with a fixed seed: the result must be a verdict or a fault.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20240621;

    private static readonly string[] Texts =
    [
        """
        {"facebook_account":{"fb_token":"FB_TOKEN","fb_uid":"FB_UID","location":"templateBranding"},
         "ig_accounts":[{"id":"1","username":"é🐲"}]}
        """,
        """[1,-2.5e+10,true,false,null,"\u00e9\ud83d\udc32",{"a":{"b":[[],{}]}},"\"\\\/"]""",
        """
        {"$id":"x","type":["string","null"],"properties":{"a":{"$ref":"#/$defs/b"}},
         "$defs":{"b":{"pattern":"^(a|b)*$","enum":[1,2]}}}
        """,
        """{"allOf":[{"$dynamicRef":"#m"},{"not":{"minLength":3}}],"$dynamicAnchor":"m","unevaluatedProperties":false,"required":["a"]}""",
    ];

    [Fact]
    public void A_damaged_text_is_read_exactly_where_another_reader_reads_it()
    {
        var random = new Random(Seed);
        for (var run = 0; run < 30_000; run++)
        {
            var text = Damage(random);
            var accepted = JsonInstance.TryParse(text, new JsonLimits(AllowDuplicateNames: true), out var instance, out var fault);
            instance?.Dispose();

            if (fault.Kind is JsonFaultKind.Number or JsonFaultKind.Depth or JsonFaultKind.LoneSurrogate)
            {
                continue;
            }

            accepted.ShouldBe(OtherReaderAccepts(text), Encoding.UTF8.GetString(text));
        }
    }

    [Fact]
    public void A_damaged_schema_compiles_or_has_faults_and_its_verdict_agrees_with_its_violations()
    {
        var random = new Random(Seed + 1);
        var compiled = 0;
        for (var run = 0; run < 20_000; run++)
        {
            if (TryParse(Damage(random)) is not { } schema || TryRegister(schema) is not { } ready)
            {
                continue;
            }

            compiled++;
            foreach (var text in Texts)
            {
                using var instance = Schemas.Parse(text);
                var violations = new List<SchemaViolation>();
                ready.Evaluate(instance.Root, violations);
                ready.IsValid(instance.Root).ShouldBe(violations.Count == 0, schema.GetRawText());
            }
        }

        compiled.ShouldBeGreaterThan(500);
    }

    private static CompiledSchema? TryRegister(JsonElement schema)
    {
        var registry = new SchemaRegistry(SchemaSettings.Default);
        registry.Add(Schemas.Document, schema);
        return (registry.Compile(Schemas.Document) as CompileResult.Compiled)?.Schema;
    }

    private static byte[] Damage(Random random)
    {
        var text = Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Length)]).ToList();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(text.Count);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = (byte)random.Next(256);
                    break;
                case 1:
                    text.RemoveAt(at);
                    break;
                case 2:
                    text.Insert(at, (byte)"{}[]\",:\\u0159-.eE tfn"[random.Next(21)]);
                    break;
                case 3:
                    text.RemoveRange(at, Math.Min(random.Next(20), text.Count - at));
                    break;
                default:
                    text.InsertRange(at, text.Skip(random.Next(text.Count)).Take(random.Next(30)).ToList());
                    break;
            }

            if (text.Count == 0)
            {
                return [];
            }
        }

        return [.. text];
    }

    private static bool OtherReaderAccepts(byte[] text)
    {
        if (!System.Text.Unicode.Utf8.IsValid(text))
        {
            return false;
        }

        using var document = Document(text);
        return document is not null;
    }

    private static JsonElement? TryParse(byte[] text)
    {
        using var document = Document(text);
        return document?.RootElement.Clone();
    }

    private static JsonDocument? Document(byte[] text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
