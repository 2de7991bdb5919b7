using System.Text;
using SocialContract.JsonSchema.Compilation;

namespace SocialContract.JsonSchema.Tests;

public sealed class AllocationTests
{
    private const string Schema = """
        {"type":"object","required":["account"],"unevaluatedProperties":false,
         "allOf":[{"properties":{
           "account":{"$ref":"#/$defs/account"},
           "list":{"type":"array","uniqueItems":true,"contains":{"type":"integer"},"items":{"type":["string","number"]}}}}],
         "properties":{"choice":{"oneOf":[
           {"type":"object","properties":{"kind":{"const":"a"}},"required":["kind"]},
           {"type":"object","properties":{"kind":{"enum":["b","c"]}},"required":["kind"],"additionalProperties":false}]}},
         "patternProperties":{"^x-":{"minLength":1,"format":"date-time"}},
         "$defs":{"account":{"type":"object","required":["token","uid"],
           "properties":{"token":{"type":"string","maxLength":20,"pattern":"^[A-Z_]+$"},"uid":{"multipleOf":0.5,"minimum":1}},
           "propertyNames":{"maxLength":5},"dependentRequired":{"token":["uid"]}}}}
        """;

    private const string Instance = """
        {"account":{"token":"FB_TOKEN","uid":12.5},"list":["a",2,"é","\u00e9x",1e2,"b","c","d","e","f"],"choice":{"kind":"c"},
         "x-when":"2024-06-21T06:41:04.966Z"}
        """;

    [Fact]
    public void Reading_and_judging_a_valid_instance_allocates_nothing()
    {
        var schema = Schemas.Compile(Schema, new SchemaSettings { AssertFormats = true });
        ReadOnlyMemory<byte> text = Encoding.UTF8.GetBytes(Instance);
        schema.Violations(Instance).ShouldBeEmpty();
        for (var i = 0; i < 200; i++)
        {
            schema.IsValid(text).ShouldBeTrue();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var valid = true;
        for (var i = 0; i < 100; i++)
        {
            valid &= schema.IsValid(text);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        valid.ShouldBeTrue();
        allocated.ShouldBe(0);
    }
}
