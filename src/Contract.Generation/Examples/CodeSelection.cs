using System.Globalization;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>Finds the response for a preferred code.</summary>
internal static class CodeSelection
{
    /// <summary>
    /// A status finds its own entry, its range's or <c>default</c>; a range finds its own entry or the first status in it; <c>default</c> finds
    /// itself, as status 500 (what is not documented otherwise is an error). Null where there is none.
    /// </summary>
    public static (ResponseTemplates Answers, int Status)? Find(IReadOnlyList<ResponseTemplates> responses, string code)
    {
        if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return ResponseStatus.For([.. responses.Select(answers => answers.Response)], status) is { } found
                ? (responses.First(answers => ReferenceEquals(answers.Response, found)), status)
                : null;
        }

        var match = responses.FirstOrDefault(answers => answers.Response.Status == code)
            ?? (code == "default" ? null : responses.FirstOrDefault(answers => answers.Response.Status[0] == code[0]));
        return match is null ? null : (match, ResponseStatus.Concrete(match.Response, 500));
    }
}
