using System.Globalization;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>A point in time as responses and tables have it: ISO 8601 in UTC with milliseconds.</summary>
internal static class Timestamp
{
    public static string Now(TimeProvider clock) =>
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
