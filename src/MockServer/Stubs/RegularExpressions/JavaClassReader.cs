using System.Text;

namespace SocialContract.MockServer.Stubs.RegularExpressions;

/// <summary>
/// Reads a character class of Java, whose members may be classes (a union), and which may be an intersection: <c>[a-z&amp;&amp;[^b]]</c>.
/// </summary>
/// <param name="at">The position of the opening bracket.</param>
internal sealed class JavaClassReader(string text, int at)
{
    private const int MaxDepth = 20;
    private const string AnyCharacter = @"[\s\S]";

    private int _at = at;

    /// <summary>Whether the last member was a set, after which a hyphen is a hyphen.</summary>
    private bool _isAfterSet;

    /// <summary>The position after the closing bracket.</summary>
    public int End => _at;

    /// <summary>An expression of .NET that matches one character.</summary>
    public string Read() => Read(0);

    private string Read(int depth)
    {
        if (depth == MaxDepth)
        {
            throw new JavaRegexException($"the character classes at {_at} are nested more than {MaxDepth} deep");
        }

        var start = _at++;
        var negated = _at < text.Length && text[_at] == '^';
        _at += negated ? 1 : 0;
        var sides = new List<string> { Side(start, depth) };
        while (text.AsSpan(_at).StartsWith("&&"))
        {
            _at += 2;
            sides.Add(Side(start, depth));
        }

        _at++;
        if (sides is [var only])
        {
            return !negated ? only
                : only.StartsWith('[') && !only.StartsWith("[^", StringComparison.Ordinal) ? $"[^{only[1..]}"
                : $"(?:(?!{only}){AnyCharacter})";
        }

        var intersection = string.Concat(sides.SkipLast(1).Select(side => $"(?={side})")) + sides[^1];
        return negated ? $"(?:(?!{intersection}){AnyCharacter})" : $"(?:{intersection})";
    }

    /// <summary>The members up to <c>&amp;&amp;</c> or the closing bracket.</summary>
    private string Side(int start, int depth)
    {
        var members = new StringBuilder();
        var others = new List<string>();
        for (var first = true; ; first = false)
        {
            if (_at >= text.Length)
            {
                throw new JavaRegexException($"the character class at {start} is not closed");
            }

            if ((text[_at] == ']' && !first) || text.AsSpan(_at).StartsWith("&&"))
            {
                break;
            }

            Member(members, others, depth);
        }

        if (members.Length > 0)
        {
            others.Insert(0, $"[{members}]");
        }

        return others is [var only] ? only : others.Count == 0 ? AnyCharacter : $"(?:{string.Join('|', others)})";
    }

    private void Member(StringBuilder members, List<string> others, int depth)
    {
        if (text[_at] == '[')
        {
            others.Add(Read(depth + 1));
            return;
        }

        if (text[_at] != '\\')
        {
            var character = text[_at++];
            members.Append(character == '-' && !_isAfterSet && IsRange(members) ? "-" : JavaEscapeReader.Escaped(character));
            _isAfterSet = false;
            return;
        }

        if (_at + 1 < text.Length && text[_at + 1] == 'Q')
        {
            var end = text.IndexOf(@"\E", _at, StringComparison.Ordinal);
            members.Append(string.Concat(text[(_at + 2)..(end < 0 ? text.Length : end)].Select(JavaEscapeReader.Escaped)));
            _at = end < 0 ? text.Length : end + 2;
            return;
        }

        var escape = new JavaEscapeReader(text, _at);
        _at = escape.End;
        _isAfterSet = escape.IsSet;
        if (escape.Negated)
        {
            others.Add($"[^{escape.Members}]");
        }
        else
        {
            members.Append(escape.Members);
        }
    }

    /// <summary>Whether the hyphen before this position is between two characters.</summary>
    private bool IsRange(StringBuilder members) =>
        members.Length > 0 && _at < text.Length && text[_at] is not (']' or '[') && !text.AsSpan(_at).StartsWith("&&");
}
