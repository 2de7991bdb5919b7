using System.Globalization;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Tests.Messages;

/// <summary>A message with very many header lines is read like any other.</summary>
public sealed class ManyHeadersTests
{
    [Fact]
    public void Names_are_found_without_regard_to_case_and_lines_of_the_same_name_are_joined()
    {
        var lines = Enumerable.Range(0, 500).Select(number => KeyValuePair.Create(
            string.Create(CultureInfo.InvariantCulture, $"X-Name-{number}"), string.Create(CultureInfo.InvariantCulture, $"v{number}")));
        var headers = HeaderFields.Of(lines.Append(new("x-name-7", "again")));

        headers["X-NAME-499"].ShouldBe("v499");
        headers["X-Name-7"].ShouldBe("v7, again");
        headers["X-Name-500"].ShouldBeNull();
    }
}
