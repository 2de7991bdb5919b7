using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Tests.Requests;

public class RequestHeadTests
{
    [Fact]
    public void A_value_with_braces_is_not_replaced_by_another_parameter()
    {
        var head = new RequestHead("/a/{x}/{y}");
        head.AddPath("x", "{y}");
        head.AddPath("y", "2");

        head.Target.ShouldBe("/a/{y}/2");
    }

    [Fact]
    public void Cookies_form_one_header_at_the_end()
    {
        var head = new RequestHead("/a");
        head.AddCredential(ParameterLocation.Cookie, "session", "1");
        head.AddCredential(ParameterLocation.Header, "Authorization", "Bearer T");
        head.AddCredential(ParameterLocation.Cookie, "theme", "dark");

        head.Headers.ShouldBe([new("Authorization", "Bearer T"), new("Cookie", "session=1; theme=dark")]);
    }

    [Fact]
    public void A_credential_in_the_query_keeps_its_placeholder_readable()
    {
        var head = new RequestHead("/a");
        head.AddCredential(ParameterLocation.Query, "api key", "$TOKEN");

        head.Target.ShouldBe("/a?api%20key=$TOKEN");
    }
}
