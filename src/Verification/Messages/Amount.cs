using System.Globalization;

namespace SocialContract.Verification.Messages;

/// <summary>Numbers with their units, the same in every culture.</summary>
internal static class Amount
{
    /// <summary><c>1 check</c>, <c>2 checks</c>.</summary>
    public static string Of(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary><c>0.4 s</c>, <c>12.3 s</c>.</summary>
    public static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");

    /// <summary><c>12 ms</c>.</summary>
    public static string Milliseconds(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms");
}
