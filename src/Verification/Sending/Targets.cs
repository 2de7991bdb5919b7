using SocialContract.Contract.Secrets;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Sending;

/// <summary>Puts the ids that the server gave into targets.</summary>
internal static class Targets
{
    /// <summary>Why a case that needs an id is not sent.</summary>
    public static string Missing(string creator) => $"it needs the id of something that {creator} creates, and no response contained one";

    /// <summary>Why a case that may change a resource is not sent.</summary>
    /// <param name="doubt">A clause.</param>
    public static string Doubtful(string creator, string doubt) => $"it is not certain that {creator} created the resource: {doubt}";

    /// <summary>Why a case is not sent with the ids that there are; null where it can be sent.</summary>
    /// <param name="isMock">Whether the target is the kit's mock; ids that do not fit become the document's own values there.</param>
    public static string? Lack(ContractCase testCase, ResourceIds ids, bool isMock) =>
        ids.Missing(testCase.Needs) is { } creator ? Missing(creator)
        : !isMock && IdFit.Misfit(testCase, ids) is { } misfit
            ? $"the id of what {misfit.Creator} created breaks the rules of the path parameter {misfit.Parameter}"
        : null;

    /// <summary>The target; places whose ids are not known stay as they are.</summary>
    public static string Of(ContractCase testCase, ResourceIds ids) => Of(testCase, ids, id => id);

    /// <inheritdoc cref="Of(ContractCase, ResourceIds)"/>
    /// <param name="shown">An id as it may be reported. Its text is percent-encoded, but for the replacements of secrets.</param>
    public static string Of(ContractCase testCase, ResourceIds ids, Func<string, string> shown) =>
        ids.All.Where(given => testCase.Needs.Contains(given.Key)).Aggregate(
            testCase.Target, (target, given) =>
                target.Replace($"{{{given.Key}}}", TextOf(testCase, given, shown), StringComparison.Ordinal));

    /// <summary>The id; where the path's parameter cannot take it, a value of the document, as on a mock.</summary>
    private static string TextOf(ContractCase testCase, KeyValuePair<string, string> given, Func<string, string> shown) =>
        IdFit.Fits(testCase, given.Key, given.Value) || !testCase.Samples.Any(sample => sample.Key == given.Key)
            ? Encoded(given.Value, shown(given.Value))
            : testCase.Samples.First(sample => sample.Key == given.Key).Value;

    private static string Encoded(string id, string shown) => ReferenceEquals(shown, id)
        ? Uri.EscapeDataString(id)
        : string.Join(Redactor.Word, shown.Split(Redactor.Word).Select(Uri.EscapeDataString));

    /// <summary>The target that a Location header leads to; null where it is not below the base URL.</summary>
    /// <param name="url">The base URL.</param>
    /// <param name="from">The target of the request whose response had the header.</param>
    public static string? OfLocation(Uri url, string? location, string from)
    {
        var path = url.AbsolutePath.TrimEnd('/');
        return location is { Length: > 0 } && Uri.TryCreate(new Uri(url, path + from), location, out var found)
            && found.Authority == url.Authority && found.PathAndQuery.StartsWith(path + "/", StringComparison.Ordinal)
            ? found.PathAndQuery[path.Length..]
            : null;
    }
}
