namespace SocialContract.Contract.Validation.Tests.Bodies;

public sealed class UrlEncodedTests
{
    private const string Type = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("a=1&b=x", "{\"a\":\"1\",\"b\":\"x\"}")]
    [InlineData("a[b]=1", "{\"a\":{\"b\":\"1\"}}")]
    [InlineData("a[b][c]=1&a[b][d]=2", "{\"a\":{\"b\":{\"c\":\"1\",\"d\":\"2\"}}}")]
    [InlineData("a%5Bb%5D=1+2%2B3", "{\"a\":{\"b\":\"1 2+3\"}}")]
    [InlineData("a[]=1&a[]=2", "{\"a\":[\"1\",\"2\"]}")]
    [InlineData("a[]=", "{\"a\":[\"\"]}")]
    [InlineData("a[0][b]=1", "{\"a\":{\"0\":{\"b\":\"1\"}}}")]
    [InlineData("a[][id]=1&a[][name]=x&a[][id]=2", "{\"a\":[{\"id\":\"1\",\"name\":\"x\"},{\"id\":\"2\"}]}")]
    [InlineData("a[][b][c]=1&a[][b][d]=2&a[][b][c]=3", "{\"a\":[{\"b\":{\"c\":\"1\",\"d\":\"2\"}},{\"b\":{\"c\":\"3\"}}]}")]
    [InlineData("a[][b][]=1&a[][b][]=2", "{\"a\":[{\"b\":[\"1\",\"2\"]}]}")]
    [InlineData("a[][]=1&a[][]=2", "{\"a\":[[\"1\"],[\"2\"]]}")]
    [InlineData("a=1&a=2", "{\"a\":\"2\"}")]
    [InlineData("a[b]=1&a=2", "{\"a\":\"2\"}")]
    [InlineData("a", "{\"a\":null}")]
    [InlineData("a=", "{\"a\":\"\"}")]
    [InlineData("&a=1&&b=2&", "{\"a\":\"1\",\"b\":\"2\"}")]
    [InlineData("=1&[]=2&a=3", "{\"a\":\"3\"}")]
    [InlineData("a]=1", "{\"a\":\"1\"}")]
    [InlineData("[a]=1", "{\"a\":\"1\"}")]
    [InlineData("a[=1", "{\"a[\":\"1\"}")]
    [InlineData("a[b=1", "{\"a\":{\"b\":\"1\"}}")]
    [InlineData("a=b=c;d", "{\"a\":\"b=c;d\"}")]
    [InlineData("%C3%A9=%E2%82%AC", "{\"é\":\"€\"}")]
    public void Brackets_are_read_as_in_Rails(string form, string expected) => Read("", form).ShouldBe(expected);

    [Theory]
    [InlineData("kind=n&v=7", """{"kind":"n","v":7}""")]
    [InlineData("kind=t&v=7", """{"kind":"t","v":"7"}""")]
    public void A_condition_decides_between_readings(string form, string expected) =>
        Api.Body(
                Type,
                "schema: { type: object, if: { properties: { kind: { const: n } } }, then: { properties: { v: { type: integer } } }, "
                    + "else: { properties: { v: { type: string } } } }")
            .BodyOf(new TestRequest("POST /x", form, $"Content-Type: {Type}")).ShouldBe(expected);

    [Theory]
    [InlineData("a=1&a[b]=2", "a[b]: a is already text, not an object")]
    [InlineData("a=1&a[]=2", "a[]: a is already text, not a list")]
    [InlineData("a[]=1&a[b]=2", "a[b]: a is already a list, not an object")]
    [InlineData("a[b]=1&a[]=2", "a[]: a is already an object, not a list")]
    [InlineData("a[b]=1&a[b][c]=2", "a[b][c]: b is already text, not an object")]
    [InlineData("a=%", "a: a value with bad percent-encoding")]
    [InlineData("a=%FF", "a: a value with bad percent-encoding")]
    [InlineData("%zz=1", "a field name with bad percent-encoding")]
    public void Contradicting_names_are_a_violation(string form, string expected) =>
        Api.Body(Type, "schema: {}").Violations(Request(form)).ShouldBe(["Syntax /body: " + expected]);

    [Fact]
    public void Nesting_and_the_number_of_fields_are_limited()
    {
        Api.Body(Type, "schema: {}").Violations(Request("a" + string.Concat(Enumerable.Repeat("[b]", 5000)) + "=1"))
            .ShouldHaveSingleItem().ShouldEndWith("nested too deeply");
        Api.Body(Type, "schema: {}").Violations(Request(string.Concat(Enumerable.Repeat("a[]=1&", 10_001))))
            .ShouldBe(["Syntax /body: more than 10000 fields"]);
    }

    [Theory]
    [InlineData("a: { type: integer }", "a=5", "{\"a\":5}")]
    [InlineData("a: { type: integer }", "a=x", "{\"a\":\"x\"}")]
    [InlineData("a: { enum: [true, false, 1, 0] }", "a=0", "{\"a\":0}")]
    [InlineData("a: { type: [boolean, 'null'] }", "a=true", "{\"a\":true}")]
    [InlineData("a: { type: array, items: { type: integer } }", "a[]=1&a[]=2", "{\"a\":[1,2]}")]
    [InlineData("a: { type: array, items: { type: integer } }", "a=1&a=2", "{\"a\":[1,2]}")]
    [InlineData("a: { type: array, items: { type: integer } }", "a=1", "{\"a\":[1]}")]
    [InlineData(
        "a: { type: array, items: { type: object, properties: { b: { type: integer } } } }",
        "a[1][b]=2&a[0][b]=1",
        "{\"a\":[{\"b\":1},{\"b\":2}]}")]
    [InlineData("a: { type: array }", "a[x]=1", "{\"a\":{\"x\":\"1\"}}")]
    [InlineData("a: { type: object, properties: { b: { type: integer } } }", "a=%7B%22b%22:1%7D", "{\"a\":{\"b\":1}}")]
    [InlineData("a: { type: object }", "a=%7Bb", "{\"a\":\"{b\"}")]
    [InlineData("a: { type: string }", "a=%7B%22b%22:1%7D", "{\"a\":\"{\\\"b\\\":1}\"}")]
    [InlineData("a: { type: [string, array], items: {} }", "a[]=1", "{\"a\":[\"1\"]}")]
    public void Values_have_the_types_of_the_schema(string properties, string form, string expected) =>
        Read(properties, form).ShouldBe(expected);

    [Theory]
    [InlineData("a: { style: form, explode: false }", "a=1,2", "{\"a\":[1,2]}")]
    [InlineData("a: { explode: false }", "a=1%2C2", "{\"a\":[1,2]}")]
    [InlineData("a: { style: spaceDelimited, explode: false }", "a=1+2", "{\"a\":[1,2]}")]
    [InlineData("a: { style: pipeDelimited, explode: false }", "a=1%7C2", "{\"a\":[1,2]}")]
    [InlineData("a: { style: form, explode: true }", "a=1&a=2", "{\"a\":[1,2]}")]
    [InlineData("a: { style: deepObject, explode: true }", "a[]=1&a[]=2", "{\"a\":[1,2]}")]
    [InlineData("a: { contentType: application/json }", "a=[1,2]", "{\"a\":[1,2]}")]
    [InlineData("o: { style: form, explode: true }", "R=1&a=2", "{\"o\":{\"R\":\"1\"},\"a\":[2]}")]
    public void The_encoding_is_used(string encoding, string form, string expected) =>
        Read("a: { type: array, items: { type: integer } }, o: { type: object, properties: { R: { type: string } } }", form, encoding)
            .ShouldBe(expected);

    [Fact]
    public void A_field_that_is_not_the_JSON_it_should_be_is_a_violation() =>
        Api.Body(Type, "schema: { properties: { a: { type: object } } }, encoding: { a: { contentType: application/json } }")
            .Violations(Request("a=%7B"))
            .ShouldHaveSingleItem().ShouldStartWith("Syntax /body: a: not JSON at line 1, column 2: ");

    [Fact]
    public void A_form_is_validated_by_its_schema()
    {
        var api = Api.Body(
            Type, "schema: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer } } }");

        api.Violations(Request("name=x&age=7")).ShouldBeEmpty();
        api.Violations(Request("age=seven")).ShouldBe(["Body /body/name: nothing", "Body /body/age: \"seven\""]);
    }

    private static TestRequest Request(string form) => new("POST /x", form, "Content-Type: " + Type);

    private static string? Read(string properties, string form, string encoding = "") =>
        Api.Body(Type, $"schema: {{ properties: {{ {properties} }} }}, encoding: {{ {encoding} }}").BodyOf(Request(form));
}
