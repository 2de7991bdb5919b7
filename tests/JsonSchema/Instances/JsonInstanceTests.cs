using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Tests.Instances;

public sealed class JsonInstanceTests
{
    [Theory]
    [InlineData("", JsonFaultKind.Syntax, 0)]
    [InlineData("{", JsonFaultKind.Syntax, 1)]
    [InlineData("[1,]", JsonFaultKind.Syntax, 3)]
    [InlineData("{\"a\":1,}", JsonFaultKind.Syntax, 7)]
    [InlineData("[1 2]", JsonFaultKind.Syntax, 3)]
    [InlineData("[1}", JsonFaultKind.Syntax, 2)]
    [InlineData("{} x", JsonFaultKind.Syntax, 3)]
    [InlineData("tru", JsonFaultKind.Syntax, 0)]
    [InlineData("01", JsonFaultKind.Syntax, 2)]
    [InlineData("-", JsonFaultKind.Syntax, 1)]
    [InlineData("1.", JsonFaultKind.Syntax, 2)]
    [InlineData("1e", JsonFaultKind.Syntax, 2)]
    [InlineData("+1", JsonFaultKind.Syntax, 0)]
    [InlineData("\"a\nb\"", JsonFaultKind.Syntax, 2)]
    [InlineData("\"\\x\"", JsonFaultKind.Syntax, 1)]
    [InlineData("\"\\u12G4\"", JsonFaultKind.Syntax, 1)]
    [InlineData("'a'", JsonFaultKind.Syntax, 0)]
    [InlineData("\uFEFF{}", JsonFaultKind.Syntax, 0)]
    [InlineData("\"\\uD800\"", JsonFaultKind.LoneSurrogate, 1)]
    [InlineData("\"\\uDC00\\uD800\"", JsonFaultKind.LoneSurrogate, 1)]
    [InlineData("1e1234567890123456789", JsonFaultKind.Number, 21)]
    [InlineData("{\"a\":1,\"b\":2,\"a\":3}", JsonFaultKind.DuplicateName, 13)]
    [InlineData("{\"a\":1,\"\\u0061\":3}", JsonFaultKind.DuplicateName, 7)]
    public void A_faulty_text_is_refused_at_its_offset(string text, JsonFaultKind kind, int offset)
    {
        JsonInstance.TryParse(Encoding.UTF8.GetBytes(text), JsonLimits.Default, out _, out var fault).ShouldBeFalse();

        fault.Kind.ShouldBe(kind);
        fault.Offset.ShouldBe(offset);
        fault.Message.ShouldStartWith("Expected ");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_at_their_offset()
    {
        byte[] text = [(byte)'"', (byte)'a', 0xC3, 0x28, (byte)'"'];

        JsonInstance.TryParse(text, JsonLimits.Default, out _, out var fault).ShouldBeFalse();

        fault.Kind.ShouldBe(JsonFaultKind.Utf8);
        fault.Offset.ShouldBe(2);
    }

    [Fact]
    public void A_fault_has_its_line_and_column()
    {
        JsonInstance.TryParse("{\n  \"a\": x\n}"u8.ToArray(), JsonLimits.Default, out _, out var fault).ShouldBeFalse();

        (fault.Line, fault.Column).ShouldBe((2, 8));
        fault.Message.ShouldBe("Expected JSON (RFC 8259), found 'x'.");
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read_and_deeper_nesting_is_not()
    {
        var limits = new JsonLimits(MaxDepth: 3);

        JsonInstance.TryParse("[[[]]]"u8.ToArray(), limits, out var instance, out _).ShouldBeTrue();
        JsonInstance.TryParse("[[[[]]]]"u8.ToArray(), limits, out _, out var fault).ShouldBeFalse();

        instance!.Dispose();
        fault.Kind.ShouldBe(JsonFaultKind.Depth);
    }

    [Fact]
    public void A_text_longer_than_the_limit_is_not_read()
    {
        JsonInstance.TryParse("[1,2,3]"u8.ToArray(), new JsonLimits(MaxBytes: 6), out _, out var fault).ShouldBeFalse();

        fault.Kind.ShouldBe(JsonFaultKind.Size);
    }

    [Fact]
    public void Where_duplicates_are_allowed_the_last_member_wins()
    {
        using var instance = Schemas.Parse(
            """{"a":{"x":[1]},"b":{"c":1,"c":{"d":[2]}},"\u0061":[3,4]}""", new JsonLimits(AllowDuplicateNames: true));

        instance.Root.Count.ShouldBe(2);
        instance.Root.TryGetProperty("a"u8, out var a).ShouldBeTrue();
        a.Raw.SequenceEqual("[3,4]"u8).ShouldBeTrue();
        instance.Root.TryResolve("/b/c/d/0", out var nested).ShouldBeTrue();
        nested.Raw.SequenceEqual("2"u8).ShouldBeTrue();
    }

    [Fact]
    public void A_duplicate_among_many_names_is_found()
    {
        var members = Enumerable.Range(0, 1000).Select(number => $"\"n{number}\":{number}").Append("\"n500\":0");
        var text = Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}");

        JsonInstance.TryParse(text, JsonLimits.Default, out _, out var fault).ShouldBeFalse();

        fault.Kind.ShouldBe(JsonFaultKind.DuplicateName);
        fault.Message.ShouldContain("\"n500\"");
    }

    [Fact]
    public void Members_and_elements_come_in_the_order_of_the_text()
    {
        using var instance = Schemas.Parse("""{"z":1,"a":[true,null,"x"],"m":{}}""");

        var names = new List<string>();
        foreach (var member in instance.Root.EnumerateObject())
        {
            names.Add(member.Name);
        }

        names.ShouldBe(["z", "a", "m"]);
        instance.Root.TryGetProperty("a"u8, out var array).ShouldBeTrue();
        var kinds = new List<JsonValueKind>();
        foreach (var element in array.EnumerateArray())
        {
            kinds.Add(element.Kind);
        }

        kinds.ShouldBe([JsonValueKind.True, JsonValueKind.Null, JsonValueKind.String]);
    }

    [Fact]
    public void A_string_is_read_without_its_escapes()
    {
        using var instance = Schemas.Parse("""["a\"\\\/\b\f\n\r\t\u00e9\ud83d\udc32é🐲"]""");

        instance.Root.TryResolve("/0", out var text).ShouldBeTrue();

        text.GetString().ShouldBe("a\"\\/\b\f\n\r\té🐲é🐲");
        text.ValueEquals("a\"\\/\b\f\n\r\té🐲é🐲"u8).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "{\"a~b\":{\"c/d\":[10,20]}}")]
    [InlineData("/a~0b/c~1d/1", "20")]
    [InlineData("/a~0b/c~1d/01", null)]
    [InlineData("/a~0b/c~1d/2", null)]
    [InlineData("/a~2b", null)]
    [InlineData("a", null)]
    public void A_pointer_leads_to_a_value_or_nowhere(string pointer, string? expected)
    {
        using var instance = Schemas.Parse("""{"a~b":{"c/d":[10,20]}}""");

        var found = instance.Root.TryResolve(pointer, out var value);

        (found ? Encoding.UTF8.GetString(value.Raw) : null).ShouldBe(expected);
    }

    [Fact]
    public void A_value_knows_its_line_and_column()
    {
        using var instance = Schemas.Parse("{\n  \"a\": [\n    \"x\"\n  ]\n}");

        instance.Root.TryResolve("/a/0", out var value).ShouldBeTrue();

        value.Position.ShouldBe((3, 5));
    }

    [Fact]
    public void A_cursor_of_a_disposed_instance_throws()
    {
        var instance = Schemas.Parse("[1]");
        var root = instance.Root;
        instance.Dispose();
        using var another = Schemas.Parse("[2]");

        Should.Throw<ObjectDisposedException>(() => root.Count);
    }

    [Fact]
    public void Text_that_is_not_in_an_array_is_read_as_well()
    {
        using var owner = new NativeText("""{"a":[1,2]}"""u8);

        JsonInstance.TryParse(owner.Memory, JsonLimits.Default, out var instance, out _).ShouldBeTrue();

        instance!.Root.TryResolve("/a/1", out _).ShouldBeTrue();
        instance.Dispose();
    }
}
