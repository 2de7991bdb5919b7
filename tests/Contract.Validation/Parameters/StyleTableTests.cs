namespace SocialContract.Contract.Validation.Tests.Parameters;

/// <summary>
/// Every row of the table in OpenAPI 3.1, section 4.8.12.4 Style Examples, with its three values: blue, [blue, black, brown], {R: 100, G:
/// 200, B: 150}.
/// </summary>
public sealed class StyleTableTests
{
    private const string Text = "\"blue\"";
    private const string List = "[\"blue\",\"black\",\"brown\"]";
    private const string Map = "{\"R\":100,\"G\":200,\"B\":150}";

    [Theory]
    [InlineData("matrix", false, ";color", "\"\"")]
    [InlineData("matrix", false, ";color=blue", Text)]
    [InlineData("matrix", false, ";color=blue,black,brown", List)]
    [InlineData("matrix", false, ";color=R,100,G,200,B,150", Map)]
    [InlineData("matrix", true, ";color", "\"\"")]
    [InlineData("matrix", true, ";color=blue", Text)]
    [InlineData("matrix", true, ";color=blue;color=black;color=brown", List)]
    [InlineData("matrix", true, ";R=100;G=200;B=150", Map)]
    [InlineData("label", false, ".", "\"\"")]
    [InlineData("label", false, ".blue", Text)]
    [InlineData("label", false, ".blue.black.brown", List)]
    [InlineData("label", false, ".blue,black,brown", List)]
    [InlineData("label", false, ".R.100.G.200.B.150", Map)]
    [InlineData("label", false, ".R,100,G,200,B,150", Map)]
    [InlineData("label", true, ".", "\"\"")]
    [InlineData("label", true, ".blue", Text)]
    [InlineData("label", true, ".blue.black.brown", List)]
    [InlineData("label", true, ".R=100.G=200.B=150", Map)]
    [InlineData("simple", false, "blue", Text)]
    [InlineData("simple", false, "blue,black,brown", List)]
    [InlineData("simple", false, "R,100,G,200,B,150", Map)]
    [InlineData("simple", true, "blue", Text)]
    [InlineData("simple", true, "blue,black,brown", List)]
    [InlineData("simple", true, "R=100,G=200,B=150", Map)]
    public void A_path_parameter_is_read_as_in_the_table(string style, bool explode, string raw, string expected) =>
        Api.Parameter(Declare("path", style, explode, expected), "/x/{color}").Value("GET /x/" + raw).ShouldBe(expected);

    [Theory]
    [InlineData("form", false, "color=", "\"\"")]
    [InlineData("form", false, "color=blue", Text)]
    [InlineData("form", false, "color=blue,black,brown", List)]
    [InlineData("form", false, "color=R,100,G,200,B,150", Map)]
    [InlineData("form", true, "color=", "\"\"")]
    [InlineData("form", true, "color=blue", Text)]
    [InlineData("form", true, "color=blue&color=black&color=brown", List)]
    [InlineData("form", true, "R=100&G=200&B=150", Map)]
    [InlineData("spaceDelimited", false, "color=blue%20black%20brown", List)]
    [InlineData("spaceDelimited", false, "color=blue+black+brown", List)]
    [InlineData("spaceDelimited", false, "color=R%20100%20G%20200%20B%20150", Map)]
    [InlineData("spaceDelimited", true, "color=blue&color=black&color=brown", List)]
    [InlineData("pipeDelimited", false, "color=blue|black|brown", List)]
    [InlineData("pipeDelimited", false, "color=blue%7Cblack%7cbrown", List)]
    [InlineData("pipeDelimited", false, "color=R|100|G|200|B|150", Map)]
    [InlineData("pipeDelimited", true, "color=blue&color=black&color=brown", List)]
    [InlineData("deepObject", true, "color[R]=100&color[G]=200&color[B]=150", Map)]
    [InlineData("deepObject", true, "color%5BR%5D=100&color%5bG%5d=200&color[B]=150", Map)]
    public void A_query_parameter_is_read_as_in_the_table(string style, bool explode, string raw, string expected) =>
        Api.Parameter(Declare("query", style, explode, expected)).Value("GET /x?" + raw).ShouldBe(expected);

    [Theory]
    [InlineData(false, "blue", Text)]
    [InlineData(false, "blue,black,brown", List)]
    [InlineData(false, "blue, black ,brown", List)]
    [InlineData(false, "R,100,G,200,B,150", Map)]
    [InlineData(true, "blue,black,brown", List)]
    [InlineData(true, "R=100, G=200, B=150", Map)]
    public void A_header_is_read_as_in_the_table(bool explode, string raw, string expected) =>
        Api.Parameter(Declare("header", "simple", explode, expected)).Value("GET /x", "color: " + raw).ShouldBe(expected);

    [Theory]
    [InlineData(false, "color=blue", Text)]
    [InlineData(false, "a=b; color=blue,black,brown; c=d", List)]
    [InlineData(false, "color=R,100,G,200,B,150", Map)]
    [InlineData(true, "color=blue", Text)]
    [InlineData(true, "color=blue; color=black; color=brown", List)]
    [InlineData(true, "R=100; G=200; B=150", Map)]
    public void A_cookie_is_read_as_in_the_table(bool explode, string raw, string expected) =>
        Api.Parameter(Declare("cookie", "form", explode, expected)).Value("GET /x", "Cookie: " + raw).ShouldBe(expected);

    private static string Declare(string location, string style, bool explode, string value) =>
        $"name: color, in: {location}, required: true, style: {style}, explode: {(explode ? "true" : "false")}, schema: {Schema(value)}";

    private static string Schema(string value) => value switch
    {
        List => "{ type: array, items: { type: string } }",
        Map => "{ type: object, properties: { R: { type: integer }, G: { type: integer }, B: { type: integer } } }",
        _ => "{ type: string }",
    };
}
