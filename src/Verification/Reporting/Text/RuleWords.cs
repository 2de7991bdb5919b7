using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>A rule in the words of the API's documentation.</summary>
internal static class RuleWords
{
    /// <summary>
    /// <c>facebook_account[fb_token]: Must be a String</c>; where the documentation has no words, the rule's own statement.
    /// </summary>
    public static string Heading(CheckResult rule) => Printable.Line((rule.DocumentedName, rule.Sentence) switch
    {
        ({ } name, { } sentence) => $"{name}: {sentence}",
        _ => rule.Statement,
    });

    /// <summary>The documentation's own words; null where there are none.</summary>
    public static string? Documented(CheckResult rule) => (rule.DocumentedName, rule.Sentence) switch
    {
        (null, null) => null,
        ({ } name, { } sentence) => Printable.Line($"{name}: {sentence}"),
        var (name, sentence) => Printable.Line(name ?? sentence!),
    };

    /// <summary><c>spec/openapi.yaml:112</c>, the form that editors and CI logs turn into a link.</summary>
    public static string Place(CheckResult rule) => $"{Printable.Line(rule.File)}:{rule.Line}";
}
