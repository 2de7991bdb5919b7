using System.Buffers;
using System.Text;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Tests.Examples.Echoing;

public class EchoConversionTests
{
    [Theory]
    [InlineData("7", "Integer", "7")]
    [InlineData("7", "Number", "7")]
    [InlineData("7.5", "Number", "7.5")]
    [InlineData("7.5", "Integer", null)]
    [InlineData("7", "String", "\"7\"")]
    [InlineData("\"7\"", "Integer", "7")]
    [InlineData("\"7\"", "String, Integer", "\"7\"")]
    [InlineData("\"07\"", "Integer", null)]
    [InlineData("\"\"", "Integer", null)]
    [InlineData("true", "Boolean", "true")]
    [InlineData("true", "String", "\"true\"")]
    [InlineData("true", "Integer", null)]
    [InlineData("\"true\"", "Boolean", "true")]
    [InlineData("\"yes\"", "Boolean", null)]
    [InlineData("null", "Null", "null")]
    [InlineData("null", "String", null)]
    [InlineData("[1]", "Array", "[1]")]
    [InlineData("[1]", "String", null)]
    [InlineData("{\"a\":1}", "Object", "{\"a\":1}")]
    [InlineData("{\"a\":1}", "Array", null)]
    public void A_JSON_value_is_converted_only_where_its_text_stays_the_same(string json, string allowed, string? written) =>
        Convert("$request.query.a", new FakeRequest().With(ParameterLocation.Query, "a", json), allowed).ShouldBe(written);

    [Theory]
    [InlineData("String", "\"say \\\"hi\\\"\"")]
    [InlineData("Integer", null)]
    public void A_text_is_written_only_as_a_string(string allowed, string? written) =>
        Convert("$request.header.X-Note", new FakeRequest().WithHeader("X-Note", "say \"hi\""), allowed).ShouldBe(written);

    [Fact]
    public void Nothing_is_written_for_a_value_that_the_request_does_not_have() =>
        Convert("$request.query.a", new FakeRequest(), "Any").ShouldBeNull();

    /// <summary>What is written; null where the value cannot be converted.</summary>
    private static string? Convert(string expression, FakeRequest request, string allowed)
    {
        RuntimeExpression.TryParse(expression, out var parsed).ShouldBeTrue();
        var output = new ArrayBufferWriter<byte>();
        var isWritten = EchoConversion.TryWrite(EchoValue.Of(parsed!, new EchoScope(request)), Enum.Parse<ValueTypes>(allowed), output);
        (isWritten || output.WrittenCount == 0).ShouldBeTrue();
        return isWritten ? Encoding.UTF8.GetString(output.WrittenSpan) : null;
    }
}
