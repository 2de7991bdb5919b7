using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Tests.Responding;

public sealed class RepeatedBodyTests
{
    private readonly RepeatedBody _body = new();

    [Fact]
    public void A_body_is_known_once_it_was_valid_twice_in_a_row()
    {
        _body.Is("[1,2,3,4,5]"u8).ShouldBeFalse();
        _body.Add("[1,2,3,4,5]"u8);
        _body.Is("[1,2,3,4,5]"u8).ShouldBeFalse();
        _body.Add("[1,2,3,4,5]"u8);
        _body.Is("[1,2,3,4,5]"u8).ShouldBeTrue();
    }

    [Theory]
    [InlineData("[1,2,3,4,6]")]
    [InlineData("[1,2,3,4]")]
    [InlineData("[1,2,3,4,5] ")]
    [InlineData("")]
    public void Other_bodies_are_not_known(string other)
    {
        _body.Add("[1,2,3,4,5]"u8);
        _body.Add("[1,2,3,4,5]"u8);
        _body.Is(System.Text.Encoding.UTF8.GetBytes(other)).ShouldBeFalse();
    }

    [Fact]
    public void Bodies_in_turns_are_not_kept()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            _body.Add("[1]"u8);
            _body.Add("[2]"u8);
        }

        _body.Is("[1]"u8).ShouldBeFalse();
        _body.Is("[2]"u8).ShouldBeFalse();
    }

    [Fact]
    public void Bodies_over_64_KiB_are_not_kept()
    {
        var body = new byte[(64 * 1024) + 1];
        _body.Add(body);
        _body.Add(body);
        _body.Is(body).ShouldBeFalse();
    }
}
