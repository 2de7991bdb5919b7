using SocialContract.Contract.Http;

namespace SocialContract.Contract.Tests.Http;

public sealed class BracketedNameTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a[b]", "a b")]
    [InlineData("a[b][c]", "a b c")]
    [InlineData("a[]", "a *")]
    [InlineData("a[][b]", "a * b")]
    [InlineData("a[][]", "a * *")]
    [InlineData("a[0][b]", "a 0 b")]
    [InlineData("a.b[c.d]", "a.b c.d")]
    [InlineData("[a][b]", "a b")]
    [InlineData("a]b", "a b")]
    [InlineData("a[[b]]", "a b")]
    [InlineData("a[b", "a b")]
    [InlineData("a[", "a[")]
    [InlineData("a[b][", "a b[")]
    [InlineData("[][]", "")]
    [InlineData("", "")]
    public void A_name_is_divided_at_its_brackets(string name, string parts) =>
        string.Join(' ', BracketedName.Parts(name).Select(part => part.Length == 0 ? "*" : part)).ShouldBe(parts);

    [Theory]
    [InlineData("a[b][c]", "a", "[b][c]")]
    [InlineData("a[][b]", "a", "[][b]")]
    [InlineData("[b][c]", "b", "[c]")]
    [InlineData("a[", "a[", "")]
    [InlineData("]", "", "")]
    public void The_first_name_is_taken_from_the_others(string name, string first, string others)
    {
        BracketedName.First(name, out var after).ShouldBe(first);

        after.ToString().ShouldBe(others);
    }
}
