using System.Globalization;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>Finds the response for a preferred code.</summary>
internal static class CodeSelection
{
    /// <summary>
    /// For a status its own response, its range's or the default; for a range its own response or the first one in it; for <c>default</c>
    /// the default with status 500, since it usually describes errors. Null where there is none.
    /// </summary>
    public static (Response Response, int Status)? Find(Operation operation, string code)
    {
        if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return operation.ResponseFor(status) is { } found ? (found, status) : null;
        }

        if (!ResponseKey.TryParse(code, out var key))
        {
            return null;
        }

        var match = operation.Responses.FirstOrDefault(response => response.Key == key)
            ?? operation.Responses.FirstOrDefault(response => response.Key.Class == key.Class);
        return match is null ? null : (match, match.Key.Status(500));
    }
}
