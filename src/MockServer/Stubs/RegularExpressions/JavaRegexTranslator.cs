using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialContract.MockServer.Stubs.RegularExpressions;

/// <summary>
/// Writes a Java regular expression as one of .NET: quotes, possessive quantifiers, unions and intersections of character classes, POSIX
/// classes, and the classes that Java limits to ASCII. The rest of the grammar is the same in both.
/// </summary>
internal sealed class JavaRegexTranslator
{
    private static readonly SearchValues<char> Flags = SearchValues.Create("idmsu-");

    private static readonly SearchValues<char> Bounds = SearchValues.Create("0123456789,");

    private readonly string _text;
    private readonly StringBuilder _output = new();
    private readonly Stack<int> _groups = new();
    private int _at;

    /// <summary>Where the atom that a quantifier would repeat starts in the output; -1 if there is none.</summary>
    private int _atom = -1;

    private JavaRegexTranslator(string text) => _text = text;

    /// <exception cref="JavaRegexException">It is not a Java regular expression, or cannot be translated.</exception>
    public static string Translate(string expression)
    {
        var translator = new JavaRegexTranslator(expression);
        while (translator._at < expression.Length)
        {
            translator.Next();
        }

        return translator._output.ToString();
    }

    private void Next()
    {
        switch (_text[_at])
        {
            case '\\':
                Escape();
                break;
            case '[':
                var members = new JavaClassReader(_text, _at);
                Atom(members.Read());
                _at = members.End;
                break;
            case '(':
                _groups.Push(_output.Length);
                Group();
                _atom = -1;
                break;
            case ')':
                _atom = _groups.Count > 0 ? _groups.Pop() : -1;
                Copy(1);
                break;
            case '*' or '+' or '?':
                Quantifier(1);
                break;
            case '{' when QuantifierLength() is > 0 and var length:
                Quantifier(length);
                break;
            case '|' or '^' or '$':
                _atom = -1;
                Copy(1);
                break;
            case '.':
                _at++;
                Atom(".");
                break;
            default:
                Atom(Regex.Escape(Character()));
                break;
        }
    }

    /// <summary>The character here, with both halves of a surrogate pair: Java repeats and matches whole code points.</summary>
    private string Character()
    {
        var length = char.IsHighSurrogate(_text[_at]) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]) ? 2 : 1;
        _at += length;
        return _text.Substring(_at - length, length);
    }

    private void Group()
    {
        if (!_text.AsSpan(_at).StartsWith("(?") || _at + 2 >= _text.Length || !char.IsLetter(_text[_at + 2]))
        {
            Copy(_text.AsSpan(_at).StartsWith("(?<=") || _text.AsSpan(_at).StartsWith("(?<!") ? 4 : 1);
            if (_output[^1] == '(' && _at < _text.Length && _text[_at] == '?')
            {
                Copy(Math.Min(2, _text.Length - _at));
            }

            return;
        }

        var end = _text.AsSpan(_at).IndexOfAny(':', ')');
        var flags = end < 0 ? "" : _text.Substring(_at + 2, end - 2);
        if (end < 0 || flags.AsSpan().ContainsAnyExcept(Flags))
        {
            throw new JavaRegexException($"the flags '{flags}' at {_at} are not supported; i, m and s are");
        }

        var kept = flags.Replace("d", "", StringComparison.Ordinal).Replace("u", "", StringComparison.Ordinal);
        _output.Append(kept.Trim('-').Length == 0 && _text[_at + end] == ')' ? "(?:" : $"(?{kept}");
        _at += end;
        Copy(1);
        if (_text[_at - 1] == ')')
        {
            _groups.Pop();
        }
    }

    private void Escape()
    {
        if (_at + 1 >= _text.Length)
        {
            throw new JavaRegexException("it ends with a backslash");
        }

        var letter = _text[_at + 1];
        if (letter == 'Q')
        {
            Quote();
            return;
        }

        if (letter is 'b' or 'B' or 'A' or 'z' or 'Z' or 'G')
        {
            _atom = -1;
            Copy(2);
            return;
        }

        if (letter == 'R')
        {
            _at += 2;
            Atom(@"(?:\r\n|[\n\x0B\f\r\x85\u2028\u2029])");
            return;
        }

        if (letter == 'k' || char.IsBetween(letter, '1', '9'))
        {
            var name = letter == 'k' ? _text.IndexOf('>', _at) : -1;
            _atom = _output.Length;
            Copy(name < 0 ? 2 : name + 1 - _at);
            return;
        }

        var escape = new JavaEscapeReader(_text, _at);
        Atom(escape.IsSet ? escape.Negated ? $"[^{escape.Members}]" : $"[{escape.Members}]" : escape.Members);
        _at = escape.End;
    }

    private void Quote()
    {
        var end = _text.IndexOf(@"\E", _at + 2, StringComparison.Ordinal);
        var last = end < 0 ? _text.Length : end;
        _at += 2;
        while (_at < last)
        {
            Atom(Regex.Escape(Character()));
        }

        _at = end < 0 ? last : end + 2;
    }

    private void Quantifier(int length)
    {
        if (_atom < 0)
        {
            throw new JavaRegexException($"the quantifier at {_at} follows nothing that could be repeated");
        }

        if (_at + length < _text.Length && _text[_at + length] == '+')
        {
            _output.Insert(_atom, "(?>").Append(_text, _at, length).Append(')');
            _at += length + 1;
            return;
        }

        Copy(_at + length < _text.Length && _text[_at + length] == '?' ? length + 1 : length);
        _atom = -1;
    }

    /// <summary>The length of <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c> here; 0 if the brace is something else.</summary>
    private int QuantifierLength()
    {
        var end = _text.IndexOf('}', _at);
        var bounds = end < 0 ? default : _text.AsSpan(_at + 1, end - _at - 1);
        return bounds.IsEmpty || !char.IsAsciiDigit(bounds[0]) || bounds.ContainsAnyExcept(Bounds) ? 0 : end + 1 - _at;
    }

    private void Atom(string text)
    {
        _atom = _output.Length;
        _output.Append(text.Length == 2 && char.IsHighSurrogate(text[0]) ? $"(?:{text})" : text);
    }

    private void Copy(int length)
    {
        _output.Append(_text, _at, length);
        _at += length;
    }
}
