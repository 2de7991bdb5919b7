using SocialContract.Contract.Http;

namespace SocialContract.Contract.Tests.Http;

public sealed class AuthorizationValueTests
{
    [Theory]
    [InlineData("Bearer abc", "Bearer", " abc", "abc")]
    [InlineData("Digest realm=\"a b\", nonce=c", "Digest", " realm=\"a b\", nonce=c", "realm=\"a b\", nonce=c")]
    [InlineData("Bearer \t abc  ", "Bearer", " \t abc  ", "abc")]
    [InlineData("Bearer\tabc", "Bearer", "\tabc", "abc")]
    [InlineData("Bearer ", "Bearer", " ", "")]
    [InlineData("Negotiate", "Negotiate", "", "")]
    [InlineData("dXNlcjpwYXNz==", "", "dXNlcjpwYXNz==", "dXNlcjpwYXNz==")]
    [InlineData("Bearer: abc", "", "Bearer: abc", "Bearer: abc")]
    [InlineData(" Bearer abc", "", " Bearer abc", "Bearer abc")]
    [InlineData("", "", "", "")]
    public void A_scheme_is_a_token_before_white_space(string value, string scheme, string written, string credentials)
    {
        var read = AuthorizationValue.Read(value);

        (read.Scheme.ToString(), read.Written.ToString(), read.Credentials.ToString()).ShouldBe((scheme, written, credentials));
    }
}
