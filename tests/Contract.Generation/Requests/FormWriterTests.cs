using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;

namespace SocialContract.Contract.Generation.Tests.Requests;

public class FormWriterTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"two words"}""", "a=1&b=two%20words")]
    [InlineData("""{"a":{"b":{"c":true}}}""", "a%5Bb%5D%5Bc%5D=true")]
    [InlineData("""{"list":[1,2]}""", "list%5B%5D=1&list%5B%5D=2")]
    [InlineData("""{"list":[{"id":1},{"id":2}]}""", "list%5B%5D%5Bid%5D=1&list%5B%5D%5Bid%5D=2")]
    [InlineData("{}", "")]
    public void Nested_values_have_names_in_brackets(string json, string form) =>
        Encoding.ASCII.GetString(FormWriter.UrlEncoded(JsonNode.Parse(json)).ShouldNotBeNull()).ShouldBe(form);

    [Theory]
    [InlineData("[1]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"a":{"b":[]}}""")]
    public void A_body_that_a_form_cannot_represent_is_not_written(string json)
    {
        FormWriter.UrlEncoded(JsonNode.Parse(json)).ShouldBeNull();
        FormWriter.Multipart(JsonNode.Parse(json)).ShouldBeNull();
    }
}
