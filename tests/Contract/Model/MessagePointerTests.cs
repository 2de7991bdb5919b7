using SocialContract.Contract.Model;

namespace SocialContract.Contract.Tests.Model;

public sealed class MessagePointerTests
{
    [Theory]
    [InlineData("/body", "Body", "", "")]
    [InlineData("/body/header/0", "Body", "/header/0", "header")]
    [InlineData("/query/body", "Query", "/body", "body")]
    [InlineData("/path/a~1b", "Path", "/a~1b", "a/b")]
    [InlineData("/header/X-A", "Header", "/X-A", "X-A")]
    [InlineData("/cookie/", "Cookie", "/", "")]
    [InlineData("/status", "Status", "", "")]
    public void A_place_has_a_part_and_a_pointer_within_it(string place, string part, string within, string name)
    {
        var pointer = MessagePointer.Parse(place);

        (pointer.Part.ToString(), pointer.Within, pointer.Name, pointer.IsInBody).ShouldBe((part, within, name, part == "Body"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("body")]
    [InlineData("/bodyguard")]
    [InlineData("/Body")]
    public void Another_text_is_not_a_place(string place) =>
        Should.Throw<ArgumentException>(() => MessagePointer.Parse(place)).Message.ShouldContain($"'{place}' is not a place");

    [Fact]
    public void The_place_of_a_parameter_is_read_back()
    {
        var pointer = MessagePointer.Parse(MessagePointer.Of(ParameterLocation.Query, "a/b~c"));

        (pointer.Part, pointer.Name).ShouldBe((MessagePart.Query, "a/b~c"));
    }
}
