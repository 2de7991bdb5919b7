using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Validation.Tests;

internal static class TestHeaders
{
    /// <param name="lines">Each <c>Name: value</c>.</param>
    public static HeaderFields Of(IEnumerable<string> lines) => HeaderFields.Of(lines.Select(line =>
    {
        var colon = line.IndexOf(':');
        return new KeyValuePair<string, string>(line[..colon], line[(colon + 1)..].Trim());
    }));
}
