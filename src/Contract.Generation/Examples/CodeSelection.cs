using System.Globalization;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>Finds the response for a preferred code.</summary>
internal static class CodeSelection
{
    /// <summary>
    /// A status finds its own entry, its range's or <c>default</c>; a range finds its own entry or the first status in it;
    /// <c>default</c> finds itself, as status 500 (what is not documented otherwise is an error). Null where there is none.
    /// </summary>
    public static (Response Response, int Status)? Find(Operation operation, string code)
    {
        if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return operation.ResponseFor(status) is { } found ? (found, status) : null;
        }

        var match = operation.Responses.FirstOrDefault(response => response.Status == code)
            ?? (code == "default" ? null : operation.Responses.FirstOrDefault(response => response.Status[0] == code[0]));
        return match is null ? null : (match, match.Key.Status(500));
    }
}
