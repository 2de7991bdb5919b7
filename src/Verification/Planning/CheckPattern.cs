using System.Text.RegularExpressions;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>
/// A pattern of <see cref="PlanOptions.Only"/>: an operation's id, a rule's or a check's, or both as <c>operation/rule</c>; <c>*</c> is
/// any text.
/// </summary>
internal sealed class CheckPattern(string text)
{
    private readonly Regex _pattern = new(
        $"^{Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal)}$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public bool Fits(CheckKey check) =>
        _pattern.IsMatch(check.Id) || _pattern.IsMatch(check.Operation) || _pattern.IsMatch($"{check.Operation}/{check.Id}");
}
