using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>A check in the words of the API's documentation.</summary>
internal static class CheckWords
{
    /// <summary>
    /// <c>facebook_account[fb_token]: Must be a String</c>; where the documentation has no words, the check's own statement.
    /// </summary>
    public static string Heading(CheckResult check) => Printable.Line((check.DocumentedName, check.Sentence) switch
    {
        ({ } name, { } sentence) => $"{name}: {sentence}",
        _ => check.Statement,
    });

    /// <summary>The documentation's own words; null where there are none.</summary>
    public static string? Documented(CheckResult check) => (check.DocumentedName, check.Sentence) switch
    {
        (null, null) => null,
        ({ } name, { } sentence) => Printable.Line($"{name}: {sentence}"),
        var (name, sentence) => Printable.Line(name ?? sentence!),
    };

    /// <summary><c>spec/openapi.yaml:112</c>, the form that editors and CI logs turn into a link.</summary>
    public static string Place(CheckResult check) => $"{Printable.Line(check.File)}:{check.Line}";
}
