using System.Collections.Frozen;
using SocialContract.Contract.Model;

namespace SocialContract.Verification.Cases;

/// <summary>Ids of the checks that do not come from a keyword.</summary>
internal static class CheckIds
{
    public const string Route = "check/route";
    public const string Plain = "check/plain-request";
    public const string UnknownMembers = "check/unknown-members";
    public const string MediaType = "check/media-type";
    public const string OtherMediaType = "check/other-media-type";
    public const string MalformedJson = "check/malformed-json";
    public const string DeepBody = "check/deep-body";
    public const string LargeBody = "check/large-body";
    public const string Reflects = "check/reflects";
    public const string Example = "check/example";
    public const string ReadBack = "check/created-is-there";
    public const string Location = "check/location-leads-to-it";
    public const string Update = "check/update-takes-effect";
    public const string Delete = "check/deleted-is-gone";
    public const string Children = "check/children-deleted";
    public const string Refused = "check/refused-is-not-done";

    /// <summary>Former ids, which baselines may still name.</summary>
    private static readonly FrozenDictionary<string, string> Former = new Dictionary<string, string>
    {
        ["check/what-is-beneath-is-gone"] = Children,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Today's id of a check or rule.</summary>
    public static string Current(string id) => Former.GetValueOrDefault(id, id);

    /// <summary>Whether a check does not come from a keyword.</summary>
    public static bool IsCheck(string id) => id.StartsWith("check/", StringComparison.Ordinal);

    /// <summary>Whether the check is that of a status that the document only assumes.</summary>
    public static bool IsStatus(string id) => id.StartsWith("check/status/", StringComparison.Ordinal);

    /// <summary>The check of a status that the document only assumes.</summary>
    public static CheckKey Status(Response response, Operation operation) => new($"check/status/{response.Status}", operation.Id);
}
