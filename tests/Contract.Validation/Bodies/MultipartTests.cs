using System.Text;

namespace SocialContract.Contract.Validation.Tests.Bodies;

public sealed class MultipartTests
{
    private const string Properties =
        "schema: { properties: { name: { type: string }, age: { type: integer }, tags: { type: array, items: { type: string } }, "
        + "address: { type: object, properties: { zip: { type: integer } } }, photo: { type: string, format: binary } } }";

    [Fact]
    public void Fields_are_read_with_their_brackets_and_types() =>
        Read(
            Part("name=\"name\"", "Rex"),
            Part("name=\"age\"", "7"),
            Part("name=\"tags[]\"", "a"),
            Part("name=\"tags[]\"", "b"),
            Part("name=\"address[zip]\"", "12345"))
            .ShouldBe("""{"name":"Rex","age":7,"tags":["a","b"],"address":{"zip":12345}}""");

    [Fact]
    public void A_part_of_JSON_is_JSON() =>
        Read(Part("name=\"address\"", """{"zip":1}""", "Content-Type: application/json; charset=utf-8"))
            .ShouldBe("""{"address":{"zip":1}}""");

    [Fact]
    public void An_object_is_JSON_by_default() => Read(Part("name=\"address\"", """{"zip":1}""")).ShouldBe("""{"address":{"zip":1}}""");

    [Fact]
    public void A_part_is_JSON_by_its_encoding() =>
        Read("encoding: { name: { contentType: application/json } }", Part("name=name", "\"Rex\"")).ShouldBe("""{"name":"Rex"}""");

    [Fact]
    public void A_file_of_text_is_always_a_string() =>
        Read(Part("name=\"age\"; filename=\"a.txt\"", "7", "Content-Type: text/plain")).ShouldBe("""{"age":"7"}""");

    [Fact]
    public void A_file_of_bytes_is_base64()
    {
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes(
                "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n"),
            0xFF, 0xD8, 0x0D, 0x0A,
            .. Encoding.UTF8.GetBytes("\r\n--b--\r\n"),
        ];

        Api.Body("multipart/form-data", Properties).BodyOf(Request(body)).ShouldBe("""{"photo":"/9gNCg=="}""");
    }

    [Theory]
    [InlineData("name=\"na\\\"me\"", "na\"me")]
    [InlineData("name=\"na%22me\"", "na\"me")]
    [InlineData("filename=\"x;name=y\"; name=\"a;b\"", "a;b")]
    [InlineData("NAME=plain ; x=y", "plain")]
    [InlineData("name=\"é\"", "é")]
    [InlineData("filename=\"C:\\me.png\"; name=\"a\\b\"", "a\\\\b")]
    [InlineData("name=\"open", "open")]
    [InlineData("; inline; name=a", "a")]
    public void Names_are_quoted_in_every_way_that_clients_use(string disposition, string expected) =>
        Read(Part(disposition, "v")).ShouldBe($"{{\"{expected.Replace("\"", "\\\"", StringComparison.Ordinal)}\":\"v\"}}");

    [Fact]
    public void Preamble_epilogue_padding_and_bare_line_feeds_are_accepted()
    {
        var body = "preamble\n--b  \nContent-Disposition: form-data; name=a\n\n1\n2\n--b--\nepilogue --b";

        Api.Body("multipart/form-data", Properties).BodyOf(Request(Encoding.UTF8.GetBytes(body))).ShouldBe("""{"a":"1\u000a2"}""");
    }

    [Fact]
    public void A_boundary_within_a_line_is_content() => Read(Part("name=a", "x--b--y")).ShouldBe("""{"a":"x--b--y"}""");

    [Fact]
    public void An_empty_field_is_an_empty_text() => Read(Part("name=a", "")).ShouldBe("""{"a":""}""");

    [Theory]
    [InlineData("", "no line with the boundary --b")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1", "no closing boundary --b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b", "a boundary with nothing after it")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--", "a part without a name in its Content-Disposition")]
    [InlineData("--b\r\nX: y\r\n--b--", "a part whose headers do not end")]
    [InlineData("--bc\r\n\r\n--b--", "a boundary with nothing after it")]
    public void What_is_not_multipart_is_a_violation(string body, string expected) =>
        Api.Body("multipart/form-data", Properties)
            .Violations(Request(Encoding.UTF8.GetBytes(body + " ")))
            .ShouldBe(["Syntax /body: " + expected]);

    [Fact]
    public void A_Content_Type_without_a_boundary_is_a_violation() =>
        Api.Body("multipart/form-data", Properties).Violations(new TestRequest("POST /x", "--b--", "Content-Type: multipart/form-data"))
            .ShouldBe(["Syntax /body: a Content-Type without a usable boundary"]);

    [Fact]
    public void Conflicting_names_are_a_violation() =>
        Api.Body("multipart/form-data", Properties).Violations(Request(Form(Part("name=a", "1"), Part("name=\"a[b]\"", "2"))))
            .ShouldBe(["Syntax /body: a[b]: a is already text, not an object"]);

    [Fact]
    public void A_form_is_validated_by_its_schema() =>
        Api.Body("multipart/form-data", Properties).Violations(Request(Form(Part("name=age", "x"), Part("name=\"address[zip]\"", "y"))))
            .ShouldBe(["Body /body/age: \"x\"", "Body /body/address/zip: \"y\""]);

    [Fact]
    public void Hostile_headers_are_limited() =>
        Api.Body("multipart/form-data", Properties).Violations(Request(Form(new string('x', 1_000_000))))
            .ShouldBe(["Syntax /body: a part whose headers do not end"]);

    private static string Part(string disposition, string content, string header = "X-Nothing: 1") =>
        $"Content-Disposition: form-data; {disposition}\r\n{header}\r\n\r\n{content}";

    private static byte[] Form(params string[] parts) =>
        Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"--b\r\n{part}\r\n")) + "--b--\r\n");

    private static TestRequest Request(byte[] body) => new("POST /x", body, "Content-Type: multipart/form-data; boundary=b");

    private static string? Read(params string[] parts) =>
        parts[0].StartsWith("encoding:", StringComparison.Ordinal)
            ? Api.Body("multipart/form-data", $"{Properties}, {parts[0]}").BodyOf(Request(Form(parts[1..])))
            : Api.Body("multipart/form-data", Properties).BodyOf(Request(Form(parts)));
}
