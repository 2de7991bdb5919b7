using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Validation.Tests.Security;

public sealed class SecurityTests
{
    private const string Schemes =
        """
        components:
          securitySchemes:
            token: { type: apiKey, in: header, name: Authentication, x-scheme: Bearer }
            key: { type: apiKey, in: header, name: X-Key }
            queryKey: { type: apiKey, in: query, name: api key }
            session: { type: apiKey, in: cookie, name: SID }
            basic: { type: http, scheme: basic }
            bearer: { type: http, scheme: bearer }
            digest: { type: http, scheme: Digest }
            oauth: { type: oauth2, flows: {} }
            oidc: { type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known' }
            tls: { type: mutualTLS }
        """;

    [Theory]
    [InlineData("token", "Authentication: Bearer TOKEN_FETCHED_FROM_SERVER_DURING_REGISTRATION")]
    [InlineData("token", "authentication: bearer a.b-c_d~e+f/g==")]
    [InlineData("token", "Authentication: Bearer a|b:c")]
    [InlineData("key", "X-Key: any text")]
    [InlineData("session", "Cookie: a=b; SID=1")]
    [InlineData("basic", "Authorization: Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("basic", "Authorization: basic dXNlcjo=")]
    [InlineData("bearer", "Authorization: Bearer abc")]
    [InlineData("digest", "Authorization: Digest username=\"Mufasa\", realm=\"x\"")]
    [InlineData("oauth", "Authorization: Bearer abc")]
    [InlineData("oidc", "Authorization: Bearer abc")]
    [InlineData("tls", "X: y")]
    public void Well_formed_credentials_are_accepted(string scheme, string header) =>
        Secured(scheme).Violations("GET /x", header).ShouldBeEmpty();

    [Theory]
    [InlineData("token", "Authorization: Bearer abc", "/header/Authentication: nothing")]
    [InlineData("token", "Authentication: abc", "/header/Authentication: a value that does not begin with the word Bearer")]
    [InlineData("token", "Authentication: Token abc", "/header/Authentication: a value that does not begin with the word Bearer")]
    [InlineData("token", "Authentication: Bearerabc", "/header/Authentication: a value that does not begin with the word Bearer")]
    [InlineData("token", "Authentication: Bearer", "/header/Authentication: no token after Bearer")]
    [InlineData("token", "Authentication: Bearer  abc", "/header/Authentication: more than one space after Bearer")]
    [InlineData(
        "token",
        "Authentication: Bearer abc def",
        "/header/Authentication: a token with white space or other characters that tokens do not have")]
    [InlineData(
        "token",
        "Authentication: Bearer ä",
        "/header/Authentication: a token with white space or other characters that tokens do not have")]
    [InlineData("token", "Authentication:", "/header/Authentication: an empty value")]
    [InlineData("key", "X-Key:", "/header/X-Key: an empty value")]
    [InlineData("session", "Cookie: sid=1", "/cookie/SID: nothing")]
    [InlineData("session", "Cookie: SID=", "/cookie/SID: an empty value")]
    [InlineData("queryKey", "X: y", "/query/api key: nothing")]
    [InlineData("basic", "Authorization: Bearer abc", "/header/Authorization: a value that does not begin with the word Basic")]
    [InlineData("basic", "Authorization: Basic dXNlcg==", "/header/Authorization: credentials that are not the base64 of USER:PASSWORD")]
    [InlineData("basic", "Authorization: Basic !", "/header/Authorization: credentials that are not the base64 of USER:PASSWORD")]
    [InlineData("digest", "Authorization: Basic dXNlcjo=", "/header/Authorization: a value that does not begin with the word Digest")]
    [InlineData("oauth", "X: y", "/header/Authorization: nothing")]
    public void Missing_and_malformed_credentials_are_distinguished(string scheme, string header, string expected) =>
        Secured(scheme).Violations("GET /x", header).ShouldBe(["Security " + expected]);

    [Fact]
    public void A_key_may_be_in_the_query() => Secured("queryKey").Violations("GET /x?api+key=1").ShouldBeEmpty();

    [Fact]
    public void The_expected_value_is_the_header_as_it_should_be()
    {
        using var verdict = Secured("token").Validate(new TestRequest("GET /x", ""));

        var violation = verdict.Violations.ShouldHaveSingleItem();
        violation.Expected.ShouldBe("Authentication: Bearer TOKEN");
        violation.Rule.Kind.ShouldBe(RuleKind.Security);
        verdict.Stage.ShouldBe(ViolationKind.Security);
    }

    [Fact]
    public void An_unknown_token_is_refused_without_being_shown()
    {
        var options = new RequestValidationOptions { AcceptsToken = (scheme, token) => scheme.Name == "token" && token == "good" };
        var api = Secured("token");

        api.Violations(new TestRequest("GET /x", "", "Authentication: Bearer good"), options).ShouldBeEmpty();
        api.Violations(new TestRequest("GET /x", "", "Authentication: Bearer bad"), options)
            .ShouldBe(["Security /header/Authentication: a token that is not among the accepted ones"]);
    }

    [Theory]
    [InlineData("X-Key: 1")]
    [InlineData("Authorization: Bearer abc")]
    public void One_alternative_is_enough(string header) => Secured("key", "bearer").Violations("GET /x", header).ShouldBeEmpty();

    [Fact]
    public void All_schemes_of_an_alternative_are_needed()
    {
        var api = Secured("key + session");

        api.Violations("GET /x", "X-Key: 1", "Cookie: SID=1").ShouldBeEmpty();
        api.Violations("GET /x", "X-Key: 1").ShouldBe(["Security /cookie/SID: nothing"]);
        api.Violations("GET /x").ShouldBe(["Security /header/X-Key: nothing", "Security /cookie/SID: nothing"]);
    }

    [Fact]
    public void The_attempted_alternative_is_reported() =>
        Secured("key", "token", "session")
            .Violations("GET /x", "Authentication: Bearer")
            .ShouldBe(["Security /header/Authentication: no token after Bearer"]);

    [Fact]
    public void All_alternatives_are_named()
    {
        using var verdict = Secured("key + session", "token").Validate(new TestRequest("GET /x", ""));

        verdict.Violations.ShouldHaveSingleItem().Expected.ShouldBe("X-Key: KEY with the cookie SID or Authentication: Bearer TOKEN");
    }

    [Fact]
    public void An_empty_alternative_needs_no_credentials() => Secured("key", "").Violations("GET /x").ShouldBeEmpty();

    [Fact]
    public void A_request_without_credentials_is_not_validated_further()
    {
        var api = Api.Of(
            $$"""
            {{Schemes}}
            paths:
              /x:
                get:
                  security: [{ key: [] }]
                  parameters: [{ name: p, in: query, required: true, schema: { type: integer } }]
                  responses: { '200': { description: Fine } }
            """);

        api.Violations("GET /x").ShouldBe(["Security /header/X-Key: nothing"]);
        api.Violations("GET /x", "X-Key: 1").ShouldBe(["Parameter /query/p: nothing"]);
    }

    [Fact]
    public void A_security_rule_that_is_switched_off_accepts_every_request()
    {
        var rule = Secured("key").Contract;
        var id = rule.Rules.ForSecurity(rule.Operations[0]).Id;

        Secured(["key"], new LoadOptions { SwitchedOff = new HashSet<string> { id } }).Violations("GET /x").ShouldBeEmpty();
    }

    /// <summary>One operation; each alternative names its schemes, joined by plus signs.</summary>
    private static Api Secured(params string[] alternatives) => Secured(alternatives, null);

    private static Api Secured(string[] alternatives, LoadOptions? options)
    {
        var security = string.Join(", ", alternatives.Select(Requirement));
        return Api.Of(
            $"{Schemes}\npaths: {{ /x: {{ get: {{ security: [{security}], responses: {{ '200': {{ description: Fine }} }} }} }} }}",
            options);
    }

    private static string Requirement(string schemes) =>
        $"{{ {string.Join(", ", schemes.Split(" + ", StringSplitOptions.RemoveEmptyEntries).Select(scheme => scheme + ": []"))} }}";
}
