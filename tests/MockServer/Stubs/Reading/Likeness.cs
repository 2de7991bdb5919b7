namespace SocialContract.MockServer.Tests.Stubs.Reading;

internal static class Likeness
{
    /// <summary>Compares with a text in which an asterisk is any text.</summary>
    public static void ShouldBeLike(this string actual, string expected)
    {
        var parts = expected.Split('*');
        if (parts is [_])
        {
            actual.ShouldBe(expected);
        }

        actual.ShouldStartWith(parts[0], Case.Sensitive);
        actual.ShouldEndWith(parts[^1], Case.Sensitive);
    }
}
