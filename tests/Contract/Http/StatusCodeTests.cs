using SocialContract.Contract.Http;

namespace SocialContract.Contract.Tests.Http;

public sealed class StatusCodeTests
{
    [Theory]
    [InlineData(100, false)]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(204, false)]
    [InlineData(205, false)]
    [InlineData(206, true)]
    [InlineData(304, false)]
    [InlineData(404, true)]
    public void Few_statuses_have_no_body(int status, bool hasBody) => StatusCode.HasBody(status).ShouldBe(hasBody);
}
