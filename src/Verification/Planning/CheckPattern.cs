using System.Text.RegularExpressions;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>
/// A pattern of <see cref="PlanOptions.Only"/>: an operation's id, a rule's, a check's or a case's, or operation and rule as
/// <c>operation/rule</c>; <c>*</c> is any text.
/// </summary>
internal sealed class CheckPattern(string text)
{
    private readonly Regex _pattern = new(
        $"^{Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal)}$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Whether it names the operation by its id, or by its method and path: <c>GET /pets/*</c>.</summary>
    public bool Fits(Operation operation) => _pattern.IsMatch(operation.Id) || _pattern.IsMatch($"{operation.Method} {operation.Path}");

    /// <summary>Whether it names the case by its id, as reports print it.</summary>
    public bool Fits(ContractCase testCase) => _pattern.IsMatch(testCase.Id);

    public bool Fits(CheckKey check) =>
        _pattern.IsMatch(check.Id) || _pattern.IsMatch(check.Operation) || _pattern.IsMatch($"{check.Operation}/{check.Id}");
}
