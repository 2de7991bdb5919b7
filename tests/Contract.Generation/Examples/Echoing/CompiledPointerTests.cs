using System.Text;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Tests.Examples.Echoing;

public class CompiledPointerTests
{
    [Theory]
    [InlineData("", """{"a":[10,20],"b/c":{"~":1},"0":2}""")]
    [InlineData("/a/1", "20")]
    [InlineData("/b~1c/~0", "1")]
    [InlineData("/0", "2")]
    public void A_pointer_leads_to_a_member_or_an_element(string pointer, string found) => Follow(pointer).ShouldBe(found);

    [Theory]
    [InlineData("/x")]
    [InlineData("/a/2")]
    [InlineData("/a/01")]
    [InlineData("/a/-")]
    [InlineData("/a/0/x")]
    public void A_pointer_to_a_missing_value_finds_nothing(string pointer) => Follow(pointer).ShouldBeNull();

    private static string? Follow(string pointer)
    {
        var json = """{"a":[10,20],"b/c":{"~":1},"0":2}"""u8.ToArray();
        JsonInstance.TryParse(json, JsonLimits.Default, out var instance, out _).ShouldBeTrue();
        using (instance)
        {
            return new CompiledPointer(pointer).TryFollow(instance!.Root, out var found) ? Encoding.UTF8.GetString(found.Raw) : null;
        }
    }
}
