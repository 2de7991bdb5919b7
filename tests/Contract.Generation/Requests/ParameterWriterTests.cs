using System.Text.Json;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Generation.Tests.Examples;

namespace SocialContract.Contract.Generation.Tests.Requests;

/// <summary>The examples are those of the style table in OpenAPI 3.1, section 4.8.12.3.</summary>
public class ParameterWriterTests
{
    private const string Text = "\"blue\"";
    private const string Array = """["blue","black","brown"]""";
    private const string Object = """{"R":100,"G":200,"B":150}""";

    [Theory]
    [InlineData("matrix", false, Text, ";color=blue")]
    [InlineData("matrix", false, Array, ";color=blue,black,brown")]
    [InlineData("matrix", false, Object, ";color=R,100,G,200,B,150")]
    [InlineData("matrix", true, Array, ";color=blue;color=black;color=brown")]
    [InlineData("matrix", true, Object, ";R=100;G=200;B=150")]
    [InlineData("label", false, Text, ".blue")]
    [InlineData("label", false, Array, ".blue,black,brown")]
    [InlineData("label", true, Array, ".blue.black.brown")]
    [InlineData("label", true, Object, ".R=100.G=200.B=150")]
    [InlineData("simple", false, Array, "blue,black,brown")]
    [InlineData("simple", false, Object, "R,100,G,200,B,150")]
    [InlineData("simple", true, Object, "R=100,G=200,B=150")]
    public void Path_parameters_have_their_style(string style, bool explode, string json, string expected) =>
        Write("path", style, explode, json).ShouldBe(expected);

    [Theory]
    [InlineData("form", false, Text, "color=blue")]
    [InlineData("form", false, Array, "color=blue,black,brown")]
    [InlineData("form", false, Object, "color=R,100,G,200,B,150")]
    [InlineData("form", true, Array, "color=blue&color=black&color=brown")]
    [InlineData("form", true, Object, "R=100&G=200&B=150")]
    [InlineData("form", true, "[]", "")]
    [InlineData("spaceDelimited", false, Array, "color=blue%20black%20brown")]
    [InlineData("pipeDelimited", false, Array, "color=blue%7Cblack%7Cbrown")]
    [InlineData("deepObject", true, Object, "color[R]=100&color[G]=200&color[B]=150")]
    [InlineData("deepObject", true, """{"a":{"b":[1,2]}}""", "color[a][b][]=1&color[a][b][]=2")]
    public void Query_parameters_have_their_style(string style, bool explode, string json, string expected) =>
        Write("query", style, explode, json).ShouldBe(expected);

    [Theory]
    [InlineData("path", "simple", "\"a/b é\"", "a%2Fb%20%C3%A9")]
    [InlineData("query", "form", "\"a&b=c\"", "color=a%26b%3Dc")]
    [InlineData("header", "simple", "\"a/b c\"", "a/b c")]
    [InlineData("cookie", "form", "\"a;b\"", "color=a%3Bb")]
    public void Reserved_characters_are_encoded_except_in_headers(string location, string style, string json, string expected) =>
        Write(location, style, explode: false, json).ShouldBe(expected);

    [Theory]
    [InlineData("query", "application/json", Text, "color=%22blue%22")]
    [InlineData("query", "application/vnd.color+json", "[1,2]", "color=%5B1%2C2%5D")]
    [InlineData("query", "text/plain", Text, "color=blue")]
    [InlineData("query", "text/csv", "12", "color=12")]
    [InlineData("header", "application/json", Text, Text)]
    [InlineData("header", "text/plain", Text, "blue")]
    [InlineData("path", "text/plain", "\"a b\"", "a%20b")]
    [InlineData("cookie", "text/plain", "\"a b\"", "color=a%20b")]
    public void A_parameter_with_content_is_written_in_its_media_type(string location, string mediaType, string json, string expected) =>
        Write(location, $"content: {{ {mediaType}: {{ schema: {{}} }} }}", json).ShouldBe(expected);

    private static string Write(string location, string style, bool explode, string json) => Write(
        location,
        $"style: {style}\n          explode: {(explode ? "true" : "false")}\n          schema: {{}}",
        json);

    private static string Write(string location, string description, string json)
    {
        var path = location == "path" ? "/x/{color}" : "/x";
        var api = Contracts.Load($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              {{path}}:
                get:
                  parameters:
                    - name: color
                      in: {{location}}
                      required: true
                      {{description}}
                  responses: { '200': { description: d } }
            """);
        return ParameterWriter.Write(api.Operations[0].Parameters[0], JsonElement.Parse(json));
    }
}
