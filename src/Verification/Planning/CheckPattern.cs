using System.Text.RegularExpressions;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>
/// One <c>--only PATTERN</c>: an operation's id, a rule's or a check's, or both as <c>operation/rule</c>; <c>*</c> stands for anything.
/// </summary>
public sealed class CheckPattern(string text)
{
    private readonly Regex _pattern = new(
        $"^{Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public bool Fits(CheckKey row) => _pattern.IsMatch(row.Id) || _pattern.IsMatch(row.Operation) || _pattern.IsMatch($"{row.Operation}/{row.Id}");
}
