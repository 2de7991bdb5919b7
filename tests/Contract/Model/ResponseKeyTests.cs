using SocialContract.Contract.Model;

namespace SocialContract.Contract.Tests.Model;

public sealed class ResponseKeyTests
{
    [Theory]
    [InlineData("200", "200")]
    [InlineData("4xx", "4XX")]
    [InlineData("default", "default")]
    [InlineData("Default", null)]
    [InlineData("600", null)]
    [InlineData("20", null)]
    [InlineData("2X4", null)]
    public void A_key_is_a_status_a_range_or_default(string text, string? key) =>
        (ResponseKey.TryParse(text, out var read) ? read.ToString() : null).ShouldBe(key);

    [Theory]
    [InlineData("200", 2)]
    [InlineData("4xx", 4)]
    [InlineData("default", null)]
    public void A_key_has_the_class_of_its_statuses_and_default_has_none(string text, int? statusClass)
    {
        ResponseKey.TryParse(text, out var key).ShouldBeTrue();

        key.Class.ShouldBe(statusClass);
    }

    [Theory]
    [InlineData("404", 404, 3)]
    [InlineData("404", 400, 0)]
    [InlineData("4XX", 404, 2)]
    [InlineData("4XX", 500, 0)]
    [InlineData("default", 404, 1)]
    public void The_exact_status_fits_better_than_its_range_and_that_better_than_default(string text, int status, int fit)
    {
        ResponseKey.TryParse(text, out var key).ShouldBeTrue();

        key.Fits(status).ShouldBe(fit);
    }

    [Theory]
    [InlineData("404", 422, 404)]
    [InlineData("4XX", 422, 422)]
    [InlineData("5XX", 422, 500)]
    [InlineData("default", 422, 422)]
    public void A_key_stands_for_the_preferred_status_where_it_can(string text, int preferred, int status)
    {
        ResponseKey.TryParse(text, out var key).ShouldBeTrue();

        key.Status(preferred).ShouldBe(status);
    }
}
