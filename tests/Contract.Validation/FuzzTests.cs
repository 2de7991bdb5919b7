using System.Text;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>
/// Random requests, with a fixed seed, from characters that decoders treat specially: every request gets a verdict.
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 4000;

    private static readonly string[] Pieces =
    [
        "a", "b", "ids", "f", "[", "]", "[]", "[0]", "=", "&", "%", "%2", "%41", "%5B", "%FF", "+", ";", ",", ".", "|",
        "/", "?", "-", "1", "1e9", "true",
        "null", "\"", "\\", "{", "}", ":", " ", "\r\n", "\n", "--b", "--b--", "é", "\ud83d",
        "Content-Disposition: form-data; name=", "filename=\"", "\0",
    ];

    private static readonly Api Contract = Api.Of(
        """
        paths:
          /{a}.{b}:
            post:
              parameters:
                - name: a
                  in: path
                  required: true
                  style: label
                  explode: true
                  schema: { type: object, properties: { a: { type: integer } } }
                - { name: b, in: path, required: true, style: matrix, schema: { type: array, items: { type: integer } } }
                - { name: f, in: query, style: deepObject, schema: { $ref: '#/components/schemas/F' } }
                - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
                - { name: o, in: query, schema: { type: object, additionalProperties: { type: number } } }
                - { name: j, in: cookie, content: { application/json: { schema: { type: object } } } }
                - { name: h, in: header, schema: { type: array, items: { enum: [1, a, null] } } }
              requestBody:
                content:
                  application/json: { schema: { $ref: '#/components/schemas/F' } }
                  application/x-www-form-urlencoded:
                    schema: { $ref: '#/components/schemas/F' }
                    encoding: { b: { style: pipeDelimited } }
                  multipart/form-data: { schema: { $ref: '#/components/schemas/F' }, encoding: { a: { contentType: application/json } } }
                  text/plain: { schema: { type: [integer, string] } }
              responses: { default: { description: Any } }
        components:
          schemas:
            F:
              type: object
              properties:
                a: { type: integer }
                b: { type: array, items: { type: [boolean, integer] } }
                f: { $ref: '#/components/schemas/F' }
        """);

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=b")]
    [InlineData("text/plain; charset=")]
    [InlineData(null)]
    public void Every_request_gets_a_verdict(string? contentType)
    {
        var random = new Random(20_261_121);
        for (var round = 0; round < Rounds; round++)
        {
            var line = $"POST /{Text(random, 4).Replace(
                "/", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal)}x.;b=1?{Text(random, 12)}";
            var request = new TestRequest(
                line,
                Encoding.UTF8.GetBytes(Text(random, 40)),
                "Cookie: j=" + Text(random, 6),
                "h: " + Text(random, 6),
                "Content-Type: " + (contentType ?? Text(random, 6)));

            using var verdict = Contract.Validate(request);

            foreach (var violation in verdict.Violations)
            {
                violation.Instance.ShouldStartWith("/");
                violation.Found.Length.ShouldBeLessThan(400);
            }
        }
    }

    private static string Text(Random random, int pieces) =>
        string.Concat(Enumerable.Range(0, random.Next(pieces)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
