using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Secrets;

/// <summary>Copies of a secret that a message holds in a parameter's style, encoded, quoted, or in a text that cannot be read.</summary>
public sealed class SecretFormsTests
{
    private const string S = "kSEKRETvalue42";

    private static readonly Redactor Redactor = Redactor.Of(Loading.Loaded("""
        openapi: 3.1.0
        info: { title: Vault, version: '1' }
        paths:
          /m/{acct}/{keys}:
            get:
              parameters:
                - { name: acct, in: path, required: true, style: matrix, explode: true, x-secret: true, schema: { type: object, properties: { pin: { type: string }, pub: { type: integer } } } }
                - { name: keys, in: path, required: true, x-secret: true, schema: { type: array, items: { type: string } } }
              responses: { '200': { description: ok } }
          /one/{key}:
            get:
              parameters: [{ name: key, in: path, required: true, x-secret: true, style: matrix, schema: { type: string } }]
              responses: { '200': { description: ok } }
          /label/{key}:
            get:
              parameters: [{ name: key, in: path, required: true, x-secret: true, style: label, explode: true, schema: { type: [string, array] } }]
              responses: { '200': { description: ok } }
          /json/{key}:
            get:
              parameters: [{ name: key, in: path, required: true, x-secret: true, content: { application/json: { schema: { type: object } } } }]
              responses: { '200': { description: ok } }
          /c:
            parameters:
              - { name: note, in: query, schema: { type: string } }
              - { name: codes, in: query, x-secret: true, explode: false, schema: { type: array } }
              - { name: pin, in: query, x-secret: true, schema: { type: string } }
              - { name: sid, in: cookie, x-secret: true, schema: { type: string } }
              - { name: obj, in: cookie, explode: false, x-secret: true, schema: { type: object, properties: { sk: { type: string } } } }
              - { name: lst, in: cookie, explode: false, schema: { type: array } }
              - { name: X-Pin, in: header, x-secret: true, schema: { type: string } }
            get: { responses: { '200': { description: ok } } }
            post:
              requestBody:
                content:
                  application/json: { schema: { $ref: '#/components/schemas/Body' } }
                  application/xml: { schema: { $ref: '#/components/schemas/Body' } }
                  application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Body' } }
                  multipart/form-data: { schema: { $ref: '#/components/schemas/Body' } }
              responses: { '200': { description: ok } }
        components:
          schemas:
            Body:
              type: object
              properties: { codes: { type: array, x-secret: true, items: { type: string } }, text: { type: string, x-secret: true }, public: { type: string } }
        """));

    [Theory]
    [InlineData($"/m/;pin=q;pub=1/aa,{S},bb?note={S}")]
    [InlineData($"/m/;pin={S};pub=1/a?note={S}")]
    [InlineData($"/m/;pub=1;pin={S}/a?note={S}", "OPTIONS")]
    [InlineData($"/m/%3Bpin%3D{S}/a?note={S}")]
    [InlineData($"/m/;pin=q/a%2C{S}?note={S}")]
    [InlineData($"/v2/m/;pin={S};pub=1/a?note={S}")]
    [InlineData($"/m/;pin=q/aa,{S}/more?note={S}")]
    [InlineData($"/one/;key={S}?note={S}")]
    [InlineData($"/one/;key={S}?note={S}", "DELETE")]
    [InlineData($"/label/.{S}?note={S}")]
    [InlineData($"/label/.aa.{S}?note={S}")]
    [InlineData($"/json/%7B%22k%22%3A%22{S}%22%7D?note={S}")]
    [InlineData($"/json/%7B%22k%22%3A%22{S}?note={S}")]
    [InlineData($"/c?codes=aaaa,{S}&note={S}")]
    [InlineData($"/c?codes=aaaa%2C%22{S}%22&note={S}")]
    [InlineData($"/c?pin=%22{S}%22&note={S}")]
    [InlineData($"/c#access_token={S}")]
    [InlineData($"/c?note=1#pin={S}")]
    [InlineData($"/c#x?pin={S}&note=y")]
    public void Of_a_secret_in_a_target(string target, string method = "GET") => AssertHidden(new RequestMessage(method, target));

    [Theory]
    [InlineData("Cookie", $"obj=sk,{S}")]
    [InlineData("Cookie", $"a=b; lst=aa,{S}")]
    [InlineData("Cookie", $"lst=aa%2C{S}")]
    [InlineData("Cookie", $"sid=\"{S}\"")]
    [InlineData("Cookie", $"other=%7B%22x%22:%22{S}%22%7D")]
    [InlineData("Set-Cookie", $"sid=\"{S}\"; Path=/")]
    [InlineData("X-Pin", $"\"{S}\"")]
    [InlineData("X-Pin", $"%22{S}%22")]
    [InlineData("Authorization", $"Bearer {S}")]
    [InlineData("Authorization", $"Bearer \"{S}\"")]
    [InlineData("Authorization", $"Foo {S}")]
    [InlineData("Authorization", $"Foo  a=b,{S}")]
    [InlineData("Authorization", $"Token token=\"{S}\"")]
    [InlineData("Authorization", $"Token token={S}, nonce=x")]
    [InlineData("Authorization", $"Digest username=\"u\", uri=\"/c\", response=\"{S}\"")]
    [InlineData("Authorization", $"Digest response=\"{S}")]
    [InlineData("Authorization", $"AWS4-HMAC-SHA256 SignedHeaders=host;date, Signature={S}")]
    [InlineData("Proxy-Authorization", $"Foo a={S}")]
    public void Of_a_secret_in_a_header(string name, string value) =>
        AssertHidden(new RequestMessage("GET", $"/c?note={S}", [new(name, value)]));

    [Theory]
    [InlineData("Cookie", $"sid=ab%2Bcd%3D{S}")]
    [InlineData("Authorization", $"Bearer ab%2Bcd%3D{S}")]
    [InlineData("X-Pin", $"ab%2Bcd%3D{S}")]
    public void A_secret_that_is_sent_percent_encoded_is_hidden_decoded(string name, string value)
    {
        foreach (var copy in (string[])[$"ab+cd={S}", $"ab%2Bcd%3D{S}"])
        {
            var request = new RequestMessage("GET", $"/c?note={copy}", [new(name, value)]);
            Redactor.KnowingCopies(request).Target("GET", request.Target).ShouldBe("/c?note=(redacted)");
            Redactor.Knowing(request).Text($"found \"{copy}\"").ShouldBe("found \"(redacted)\"");
            Redactor.Knowing(request).Text($"found \"ab cd={S}\"").ShouldBe("found \"(redacted)\"");
        }
    }

    [Theory]
    [InlineData("application/json", $$"""{"codes":["{{S}}"]""")]
    [InlineData("application/json", $$"""{"codes":["{{S}}""")]
    [InlineData("application/json", $$"""{"public":"x","text":"{{S}}",}""")]
    [InlineData("application/json", $$"""{'text':'{{S}}'}""")]
    [InlineData("application/json", $$"""{"text":"kSEKRET\u0076alue42",""")]
    [InlineData("application/json", $$"""{"text":"{\"a\":\"{{S}}\"}"}""")]
    [InlineData("application/xml", $"<body><text>{S}</text></body>")]
    [InlineData("application/x-www-form-urlencoded", $"codes=aa,{S}&public=x")]
    [InlineData("application/x-www-form-urlencoded", $"codes=aa%2C{S}")]
    [InlineData("multipart/form-data; boundary=b", $"--b\r\nContent-Disposition: form-data; name=codes\r\n\r\naa,{S}\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", $"--b\r\nContent-Disposition: form-data; name=codes\r\n\r\naa,{S}")]
    public void Of_a_secret_in_a_body(string type, string body) => AssertHidden(
        new RequestMessage("POST", $"/c?note={S}", [new("Content-Type", type)], Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_name_of_the_document_and_a_public_parameter_of_credentials_are_shown()
    {
        const string Target = "/c?note=codes,public";

        Redactor.KnowingCopies(new RequestMessage(
            "POST", Target, [new("Content-Type", "application/json")], """{"codes":[1],"public":"""u8.ToArray()))
            .Target("POST", Target).ShouldBe(Target);
        Redactor.KnowingCopies(new RequestMessage("GET", Target, [new("Authorization", $"Digest uri=\"{Target}\", response=\"{S}\"")]))
            .Target("GET", Target).ShouldBe(Target);
    }

    [Fact]
    public void Of_a_secret_in_the_method()
    {
        var request = new RequestMessage($"X-{S}", "/c", [new("Authorization", $"Bearer {S}")]);

        Redactor.KnowingCopies(request).Method(request.Method).ShouldBe("X-(redacted)");
        Redactor.Request(request).Method.ShouldBe("X-(redacted)");
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(200, 0)]
    [InlineData(0, 2_000)]
    [InlineData(2_000, 0)]
    [InlineData(2_000, 2_000)]
    public void Of_many_secrets_each_is_hidden(int before, int after)
    {
        var codes = string.Join(',', Codes(0, before).Append(S).Concat(Codes(before, after)).Select(code => $"\"{code}\""));
        foreach (var target in (string[])[$"/c?note={S}", $"/c?note=%6BSEKRETvalue42"])
        {
            var request = new RequestMessage(
                "POST",
                target,
                [new("Content-Type", "application/json"), new("X-Note", S)],
                Encoding.UTF8.GetBytes($$"""{"codes":[{{codes}}],"public":"{{S}}"}"""));
            AssertHidden(request);
            var shown = Redactor.Request(request);
            shown.Headers.ShouldAllBe(line => !line.Value.Contains(S));
            Encoding.UTF8.GetString(shown.Body.Span).ShouldNotContain(S);
            Redactor.Knowing(request).Method("POST").ShouldBe("POST");
        }
    }

    [Fact]
    public void Of_many_secrets_a_target_without_a_copy_is_shown()
    {
        var codes = string.Join(',', Codes(0, 2_000).Select(code => $"\"{code}\""));
        var request = new RequestMessage(
            "POST", "/c?note=1", [new("Content-Type", "application/json")], Encoding.UTF8.GetBytes($$"""{"codes":[{{codes}}]}"""));

        Redactor.KnowingCopies(request).Target("POST", "/c?note=1").ShouldBe("/c?note=1");
    }

    [Fact]
    public async Task A_long_text_is_searched_for_many_secrets_within_seconds()
    {
        var codes = string.Join(',', Codes(0, 400).Select(code => $"\"{code}\""));
        var body = $$"""{"codes":[{{codes}}],"public":"{{new string('c', 8_000_000)}}"}""";
        var request = new RequestMessage("POST", "/c", [new("Content-Type", "application/json")], Encoding.UTF8.GetBytes(body));

        await Task.Run(() => Redactor.Request(request), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Codes(int first, int count) => Enumerable.Range(first, count).Select(code => $"c{code:D4}zz");

    private static void AssertHidden(RequestMessage request)
    {
        var shown = Redactor.KnowingCopies(request).Target(request.Method, request.Target);

        Uri.UnescapeDataString(shown).ShouldNotContain(S);
        Redactor.Request(request).Target.ShouldNotContain(S);
        Redactor.Knowing(request).Text($"found \"{S}\"").ShouldNotContain(S);
    }
}
