using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace SocialContract.Contract.Secrets;

/// <summary>Replaces secret values in texts, however they are encoded there: <see cref="EncodedCharacter"/>, base64, shortened.</summary>
/// <remarks>
/// A value of eight or more characters is found anywhere and in either case; a shorter one only as a whole word, so that the token
/// <c>user</c> does not break the word <c>users</c>; one of fewer than three characters only where it is the whole text.
/// </remarks>
internal sealed class SecretText
{
    /// <summary>
    /// The minimum length, in characters, of a value that is replaced within a text. A shorter value is replaced only where it is the whole
    /// text.
    /// </summary>
    private const int ShortestWord = 3;

    /// <summary>
    /// The minimum length, in characters, of a value that is replaced anywhere. A shorter value is replaced only as a whole word.
    /// </summary>
    private const int ShortestAnywhere = 8;

    /// <summary>
    /// The maximum number of secrets of one message that are searched for in texts, so that a search stays fast. For a message with more,
    /// every text is removed whole.
    /// </summary>
    private const int MostOfMessage = 500;

    /// <summary>The maximum number of secrets of earlier messages that are searched for.</summary>
    private const int MostRemembered = 100;

    /// <summary>The maximum length, in characters, of texts in which more secrets than that are searched for.</summary>
    private const int LongestForMany = 64 * 1024;

    private readonly IReadOnlyList<string> _credentials;
    private readonly IReadOnlyList<string> _learnt;
    private readonly string[] _tooShort;

    /// <summary>By the character that they begin with, in any encoding.</summary>
    private readonly FrozenDictionary<char, SecretValue[]> _values;
    private readonly SearchValues<char> _starts;

    private readonly bool _hidesAll;

    private SecretText(IReadOnlyList<string> credentials, IReadOnlyList<string> learnt, bool hidesAll = false)
    {
        (_credentials, _learnt, _hidesAll) = (credentials, learnt, hidesAll);
        _tooShort = [.. credentials.Where(secret => secret.Length < ShortestWord)];
        _values = credentials.Concat(learnt).Distinct(StringComparer.Ordinal)
            .Where(secret => secret.Length >= ShortestWord)
            .Select(secret => new SecretValue(secret, secret.Length >= ShortestAnywhere, secret.Length >= ShortestAnywhere))
            .Concat(credentials.SelectMany(Base64Forms.Of).Select(form => new SecretValue(form, true, false)))
            .SelectMany(value => EncodedCharacter.Starts(value.Text[0], value.IgnoresCase).Distinct(), (value, start) => (start, value))
            .GroupBy(pair => pair.start, pair => pair.value)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _starts = SearchValues.Create([.. _values.Keys]);
    }

    public static SecretText Nothing { get; } = new([], []);

    public bool IsEmpty => _values.Count == 0 && _tooShort.Length == 0 && !_hidesAll;

    /// <param name="credentials">Are also found in base64.</param>
    public static SecretText Of(IEnumerable<string> credentials) =>
        credentials.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } some
            ? new(some, [])
            : Nothing;

    /// <summary>The same with the secrets of a message. With too many, it removes every text whole.</summary>
    public SecretText With(IReadOnlyCollection<string> learnt)
    {
        if (_hidesAll || learnt.Count == 0)
        {
            return this;
        }

        if (learnt.Count > MostOfMessage)
        {
            return new(_credentials, [], hidesAll: true);
        }

        var all = learnt.Concat(_learnt).Distinct(StringComparer.Ordinal).ToList();
        return all.Count == _learnt.Count ? this : new(_credentials, all, hidesAll: all.Count > MostOfMessage + MostRemembered);
    }

    /// <summary>The same with secrets of an earlier message; of too many, those learnt first are left out.</summary>
    public SecretText Remembering(IReadOnlyCollection<string> learnt) => learnt.All(_learnt.Contains)
        ? this
        : new(_credentials, [.. learnt.Concat(_learnt).Distinct(StringComparer.Ordinal).Take(MostRemembered)]);

    /// <summary>The text without the secrets; the same text, without an allocation, if it has none.</summary>
    public string Removed(string text)
    {
        if (IsEmpty)
        {
            return text;
        }

        if ((_hidesAll && text.Length > 0) || (_learnt.Count > MostRemembered && text.Length > LongestForMany)
            || Array.IndexOf(_tooShort, text) >= 0)
        {
            return Redactor.Word;
        }

        StringBuilder? shown = null;
        var (kept, at) = (0, 0);
        while (at < text.Length && text.AsSpan(at).IndexOfAny(_starts) is >= 0 and var offset)
        {
            at += offset;
            if (!IsTokenVariable(text, at) && EndAt(text, at) is >= 0 and var end)
            {
                (shown ??= new StringBuilder(text.Length)).Append(text, kept, at - kept).Append(Redactor.Word);
                (kept, at) = (end, end);
            }
            else
            {
                at++;
            }
        }

        return shown is null ? text : shown.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>The end of the longest secret that begins there; -1 where none does.</summary>
    private int EndAt(string text, int start)
    {
        var longest = -1;
        // Once, not for each secret: it takes long.
        var isNested = EncodedCharacter.ReadNested(text, start, out var first) >= 0;
        foreach (var value in _values[text[start]])
        {
            if (EncodedCharacter.Same(text[start], value.Text[0], value.IgnoresCase)
                || (isNested && first == value.Text[0])
                || EncodedCharacter.SkipOneLayer(text, start, value.Text, 0, out _) >= 0)
            {
                longest = Math.Max(longest, EndOf(text, start, value, 0, start));
            }
        }

        return longest;
    }

    /// <param name="index">How many characters of the secret were found before <paramref name="at"/>.</param>
    private static int EndOf(string text, int start, SecretValue value, int index, int at)
    {
        while (index < value.Text.Length)
        {
            if (at >= text.Length)
            {
                return index >= ShortestAnywhere ? at : -1;
            }

            var encoded = EncodedCharacter.Skip(text, at, value.Text, index, out var taken);
            if (EncodedCharacter.Same(text[at], value.Text[index], value.IgnoresCase))
            {
                // A character that begins encodings may also stand for itself.
                if (encoded >= 0 && EndOf(text, start, value, index + taken, encoded) is >= 0 and var end)
                {
                    return end;
                }

                (index, at) = (index + 1, at + 1);
            }
            else if (encoded >= 0)
            {
                (index, at) = (index + taken, encoded);
            }
            else
            {
                var isCut = index >= ShortestWord && EncodedCharacter.IsCut(text, at);
                return isCut && (value.IsAnywhere || !IsWordBefore(text, start)) ? at : -1;
            }
        }

        return value.IsAnywhere || (!IsWordBefore(text, start) && !IsWordAt(text, at)) ? at : -1;
    }

    /// <summary>
    /// Whether the text at that index is in the name of a token's variable, which is shown even if the token is <c>TOKEN</c>.
    /// </summary>
    private static bool IsTokenVariable(string text, int at)
    {
        var name = Redactor.TokenVariable.AsSpan();
        var word = name.IndexOf('_') + 1;
        return text.AsSpan(at).StartsWith(name[word..], StringComparison.Ordinal)
            && text.AsSpan(0, at).EndsWith(name[..word], StringComparison.Ordinal);
    }

    private static bool IsWordAt(string text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);

    /// <summary>
    /// Whether the character before is a letter or digit; the end of an escape such as <c>%20</c> or <c>\n</c> does not count.
    /// </summary>
    private static bool IsWordBefore(string text, int at) =>
        at > 0 && char.IsLetterOrDigit(text[at - 1]) && !EncodedCharacter.EndsWithSeparator(text.AsSpan(0, at));

    /// <param name="IsAnywhere">Whether it is replaced within words, too.</param>
    private readonly record struct SecretValue(string Text, bool IsAnywhere, bool IgnoresCase);
}
