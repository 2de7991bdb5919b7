namespace SocialContract.MockServer.Stubs.RegularExpressions;

/// <summary>
/// The regular expressions that took too long on the values of a request. A stub with such an expression does not match, and the
/// journal and the log can say why.
/// </summary>
internal sealed class PatternTimeouts
{
    private List<string>? _expressions;

    /// <summary>The expressions as written in the stub, in the order in which they were tried.</summary>
    public IReadOnlyList<string> Expressions => _expressions ?? [];

    public int Count => _expressions?.Count ?? 0;

    public void Add(string expression) => (_expressions ??= []).Add(expression);
}
