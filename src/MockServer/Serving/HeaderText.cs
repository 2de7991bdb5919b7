using System.Buffers;

namespace SocialContract.MockServer.Serving;

/// <summary>What a header can hold (RFC 9110, sections 5.1 and 5.5). The server refuses to send anything else, so it is asked before.</summary>
internal static class HeaderText
{
    /// <summary>Visible ASCII, space and tab.</summary>
    private static readonly SearchValues<char> FieldValue = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\t']);

    private static readonly SearchValues<char> Token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static bool IsValue(string? text) => !text.AsSpan().ContainsAnyExcept(FieldValue);

    public static bool IsToken(string? text) => !string.IsNullOrEmpty(text) && !text.AsSpan().ContainsAnyExcept(Token);
}
