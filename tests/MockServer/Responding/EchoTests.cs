namespace SocialContract.MockServer.Tests.Responding;

public sealed class EchoTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Fact]
    public async Task Deleting_account_7_responds_with_7()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete("7"));

        (await response.Json()).ShouldBeJson("""{"success": true, "instagram_account_id": 7}""");
    }

    [Fact]
    public async Task A_huge_id_keeps_its_digits()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Delete("123456789012345678901234567890"));

        (await response.Text()).ShouldContain("123456789012345678901234567890");
    }

    [Fact]
    public async Task Two_accounts_are_returned_with_the_ids_and_names_that_were_sent_and_with_ids_of_their_own()
    {
        var body = """
            {
              "facebook_account": { "fb_token": "T", "fb_uid": "U" },
              "ig_accounts": [
                { "id": "111", "username": "first", "profile_picture_url": "p", "fb_token": "t" },
                { "id": "222", "username": "se\"cond \u00e9 \ud83d\ude00", "profile_picture_url": "p", "fb_token": "t" }
              ]
            }
            """;

        using var response = await mock.Client.Exchange(ShippedMock.Post(body));

        var accounts = (await response.Json())["ig_accounts"]!.AsArray();
        accounts.Count.ShouldBe(2);
        accounts.Select(account => account!["ig_user_id"]!.GetValue<string>()).ShouldBe(["111", "222"]);
        accounts.Select(account => account!["ig_user_name"]!.GetValue<string>()).ShouldBe(["first", "se\"cond é 😀"]);
        accounts.Select(account => account!["id"]!.GetValue<int>()).ShouldBe([7586, 7587]);
    }

    [Fact]
    public async Task A_request_without_accounts_gets_a_response_without_accounts()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Post("""{"facebook_account": {"fb_token": "T", "fb_uid": "U"}}"""));

        (await response.Json())["ig_accounts"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_is_echoed_as_its_json_is()
    {
        var request = ShippedMock.Request(HttpMethod.Post, "/api/v3/instagram_accounts");
        request.Content = new FormUrlEncodedContent(
        [
            new("facebook_account[fb_token]", "T"), new("facebook_account[fb_uid]", "U"),
            new("ig_accounts[][id]", "111"), new("ig_accounts[][username]", "first"), new(
                "ig_accounts[][profile_picture_url]", "p"), new("ig_accounts[][fb_token]", "t"),
            new("ig_accounts[][id]", "222"), new("ig_accounts[][username]", "second"), new(
                "ig_accounts[][profile_picture_url]", "p"), new("ig_accounts[][fb_token]", "t"),
        ]);

        using var response = await mock.Client.Exchange(request);

        (await response.Json())["ig_accounts"]!.AsArray()
            .Select(account => account!["ig_user_name"]!.GetValue<string>())
            .ShouldBe(["first", "second"]);
    }
}
