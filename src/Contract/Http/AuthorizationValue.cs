namespace SocialContract.Contract.Http;

/// <summary>
/// The value of an Authorization field (RFC 9110, section 11.4): the name of an authentication scheme, a space, and its credentials.
/// </summary>
internal readonly ref struct AuthorizationValue
{
    private const string WhiteSpace = " \t";

    private AuthorizationValue(ReadOnlySpan<char> scheme, ReadOnlySpan<char> written)
    {
        Scheme = scheme;
        Written = written;
    }

    /// <summary>The token at the start, such as <c>Bearer</c>, if only white space follows it; else empty.</summary>
    public ReadOnlySpan<char> Scheme { get; }

    /// <summary>What follows the scheme, with the white space before it; the whole value if there is no scheme.</summary>
    public ReadOnlySpan<char> Written { get; }

    /// <summary>The credentials without white space around them; empty if the value is a single token.</summary>
    public ReadOnlySpan<char> Credentials => Written.Trim(WhiteSpace);

    public static AuthorizationValue Read(ReadOnlySpan<char> value)
    {
        var length = FieldSyntax.TokenLength(value);
        return length == 0 || (length < value.Length && !WhiteSpace.Contains(value[length]))
            ? new AuthorizationValue(default, value)
            : new AuthorizationValue(value[..length], value[length..]);
    }
}
