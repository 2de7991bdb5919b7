using System.Net;
using System.Net.Http.Headers;

namespace SocialContract.MockServer.Tests.Responding;

public sealed class RefusalTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("TOKEN")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer two words")]
    public async Task A_caller_without_a_well_formed_token_gets_the_documented_401(string? header)
    {
        var request = ShippedMock.Delete().Without("Authentication");
        if (header is not null)
        {
            request.With("Authentication", header);
        }

        using var response = await mock.Client.Exchange(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Header("X-Contract-Violations").ShouldNotBeNull().ShouldContain("/header/Authentication");
        (await response.Json())["error"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_right_token_in_the_wrong_header_is_not_a_token()
    {
        using var response = await mock.Client.Exchange(
            ShippedMock.Delete().Without("Authentication").With("Authorization", "Bearer TOKEN"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Security_is_looked_at_before_the_body()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Post("{").Without("Authentication"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Every_broken_parameter_is_named_in_the_documentations_words()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Post(
            """{"facebook_account": {"fb_token": 123, "location": "Elsewhere"}, "ig_accounts": [{"id": "1", "username": "u","""
            + """ "profile_picture_url": null, "fb_token": "t"}]}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var body = (await response.Json()).AsObject();
        body.Select(member => member.Key).ShouldBe(
            ["facebook_account[fb_token]", "facebook_account[fb_uid]", "facebook_account[location]", "ig_accounts[profile_picture_url]"],
            ignoreOrder: true);
        body["facebook_account[fb_token]"]!.ShouldBeJson("""["Must be a String"]""");
        body["facebook_account[location]"]!.ShouldBeJson(
            """["Must be one of: workspaceSettingsPage, signUpForm, guidedWalkthrough, progressMeter, personalSettingsPage, """
            + """templateBranding."]""");
        response.Header("X-Contract-Violations")
            .ShouldNotBeNull()
            .ShouldContain("""instance="/body/ig_accounts/0/profile_picture_url";source=stated;at=""");
    }

    [Fact]
    public async Task A_value_that_is_nearly_right_gets_the_nearest_value_as_a_suggestion()
    {
        using var response = await mock.Client.Exchange(
            ShippedMock.Post("""{"facebook_account": {"fb_token": "T", "fb_uid": "1", "location": "signupForm"}}"""));

        response.Header("X-Contract-Violations").ShouldNotBeNull().ShouldContain("nearest=\"signUpForm\"");
    }

    [Fact]
    public async Task An_id_that_is_not_an_integer_is_refused_in_the_documentations_words()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete("abc"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json()).ShouldBeJson("""{"id": ["Must be a Integer"]}""");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\": 1,}")]
    [InlineData("not json")]
    [InlineData("{\"facebook_account\": {\"fb_token\": \"\\ud800\"}}")]
    [InlineData("[1] [2]")]
    public async Task Malformed_json_is_400(string body)
    {
        using var response = await mock.Client.Exchange(ShippedMock.Post(body));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_required_body_that_is_missing_is_refused()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Request(HttpMethod.Post, "/api/v3/instagram_accounts"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/xml")]
    public async Task A_content_type_that_the_operation_does_not_take_is_415(string contentType)
    {
        var request = ShippedMock.Post(ShippedMock.DocumentedBody);
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue(contentType);

        using var response = await mock.Client.Exchange(request);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.Text()).ShouldContain("application/json");
    }

    [Fact]
    public async Task A_secret_is_never_repeated()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Post(
            """{"facebook_account": {"fb_token": ["SECRETVALUE"], "fb_uid": 1}}""").Without("Authentication").With("Authentication",
            "Bearer SECRETTOKEN"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Text() + response.Headers).ShouldNotContain("SECRET");
    }
}
