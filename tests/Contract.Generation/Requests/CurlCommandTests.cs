using System.Text;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Generation.Tests.Requests;

public class CurlCommandTests
{
    private static readonly Uri Server = new("http://127.0.0.1:8080/ignored?x=1");

    [Theory]
    [InlineData("GET", "", "curl 'http://127.0.0.1:8080/a?b=1'")]
    [InlineData("HEAD", "", "curl -I 'http://127.0.0.1:8080/a?b=1'")]
    [InlineData("POST", "", "curl -X POST 'http://127.0.0.1:8080/a?b=1'")]
    [InlineData("POST", "@x", "curl 'http://127.0.0.1:8080/a?b=1' --data-raw '@x'")]
    [InlineData("GET", "x", "curl -X GET 'http://127.0.0.1:8080/a?b=1' --data-raw 'x'")]
    [InlineData("DELETE", "", "curl -X DELETE 'http://127.0.0.1:8080/a?b=1'")]
    public void The_method_is_given_where_curl_would_take_another(string method, string body, string command) =>
        CurlCommand.Of(Request(method, [], body), Server).ShouldBe(command);

    [Fact]
    public void Single_quotes_are_escaped_for_the_shell() =>
        CurlCommand.Of(Request("POST", [new("X-Note", "it's $HOME")], "it's"), Server).ShouldBe(
            """curl 'http://127.0.0.1:8080/a?b=1' -H 'X-Note: it'\''s $HOME' --data-raw 'it'\''s'""");

    [Fact]
    public void The_token_s_variable_is_expanded_by_the_shell() =>
        CurlCommand.Of(Request("GET", [new("Authorization", $"Bearer {CurlCommand.TokenVariable}")], ""), Server).ShouldBe(
            """curl 'http://127.0.0.1:8080/a?b=1' -H "Authorization: Bearer $CONTRACT_TOKEN" """.TrimEnd());

    private static RequestMessage Request(string method, KeyValuePair<string, string>[] headers, string body) =>
        new(method, "/a?b=1", HeaderFields.Of(headers), Encoding.UTF8.GetBytes(body));
}
