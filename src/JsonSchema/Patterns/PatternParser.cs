using System.Globalization;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>
/// ECMA-262 section 22.2.1, with the productions that have <c>[+UnicodeMode]</c>. One file: a method for each production, and each calls
/// the next.
/// </summary>
internal sealed class PatternParser(string source)
{
    private const int DeepestNesting = 200;
    private const int MaxPatternLength = 1 << 16;

    private static readonly (string Opening, bool Behind, bool Negative)[] LookArounds =
        [("(?=", false, false), ("(?!", false, true), ("(?<=", true, false), ("(?<!", true, true)];

    private readonly PatternGroups _groups = new(source);
    private int _position;
    private int _depth;
    private int _captures;

    private bool AtEnd => _position >= source.Length;

    private char Current => source[_position];

    public PatternNode Parse()
    {
        if (source.Length > MaxPatternLength)
        {
            throw Fault($"a pattern of more than {MaxPatternLength} characters");
        }

        var root = Disjunction();
        return AtEnd ? root : throw Fault("')' without '('");
    }

    private PatternNode Disjunction()
    {
        if (++_depth > DeepestNesting)
        {
            throw Fault($"more than {DeepestNesting} nested groups");
        }

        var branches = new List<PatternNode> { Alternative() };
        while (TryTake('|'))
        {
            branches.Add(Alternative());
        }

        _depth--;
        return branches.Count == 1 ? branches[0] : new PatternNode.Alternation(branches);
    }

    private PatternNode Alternative()
    {
        var terms = new List<PatternNode>();
        while (!AtEnd && Current is not ('|' or ')'))
        {
            terms.Add(Term());
        }

        return terms.Count switch
        {
            0 => new PatternNode.Empty(),
            1 => terms[0],
            _ => new PatternNode.Sequence(terms),
        };
    }

    private PatternNode Term()
    {
        if (Assertion() is { } assertion)
        {
            return !AtEnd && Current is '*' or '+' or '?' ? throw Fault("a quantifier after an assertion") : assertion;
        }

        return Quantified(Atom());
    }

    private PatternNode? Assertion()
    {
        if (TryTake('^'))
        {
            return new PatternNode.Assertion(AssertionKind.Start);
        }

        if (TryTake('$'))
        {
            return new PatternNode.Assertion(AssertionKind.End);
        }

        if (TryTake(@"\b"))
        {
            return new PatternNode.Assertion(AssertionKind.WordBoundary);
        }

        if (TryTake(@"\B"))
        {
            return new PatternNode.Assertion(AssertionKind.NotWordBoundary);
        }

        foreach (var (opening, behind, negative) in LookArounds)
        {
            if (TryTake(opening))
            {
                return new PatternNode.LookAround(Close(Disjunction()), behind, negative);
            }
        }

        return null;
    }

    private PatternNode Atom()
    {
        var start = Current;
        switch (start)
        {
            case '.':
                _position++;
                return new PatternNode.CharacterSet(CodePointSets.AnyButLineTerminators);
            case '(':
                _position++;
                return Group();
            case '[':
                _position++;
                return new PatternNode.CharacterSet(new ClassParser(source, ref _position).Parse());
            case '\\':
                return Escape();
            case '*' or '+' or '?':
                throw Fault($"the quantifier '{start}' with nothing before it");
            case '{' when Braces(peek: true) is not null:
                throw Fault("a quantifier with nothing before it");
            default:
                return Character(Escapes.CodePointAt(source, ref _position));
        }
    }

    private PatternNode Group()
    {
        if (TryTake("?:"))
        {
            return Close(Disjunction());
        }

        if (!TryTake('?'))
        {
            var number = ++_captures;
            return new PatternNode.Capture(Close(Disjunction()), number, null);
        }

        if (AtEnd || Current != '<')
        {
            throw Fault("an unknown kind of group '(?'");
        }

        _position++;
        var name = GroupName();
        var named = ++_captures;
        return new PatternNode.Capture(Close(Disjunction()), named, name);
    }

    private string GroupName()
    {
        var end = source.IndexOf('>', _position);
        var name = end < 0 ? "" : source[_position..end];
        if (!PatternGroups.IsName(name))
        {
            throw Fault("a malformed group name");
        }

        _position = end + 1;
        return name;
    }

    private PatternNode Close(PatternNode body) => TryTake(')') ? body : throw Fault("'(' without ')'");

    private PatternNode Escape()
    {
        if (_position + 1 >= source.Length)
        {
            throw Fault(@"a pattern that ends in '\'");
        }

        var letter = source[_position + 1];
        if (letter is >= '1' and <= '9')
        {
            _position++;
            var number = Number();
            return number <= _groups.Count
                ? new PatternNode.Backreference(number, null)
                : throw Fault($"a reference to group {number}, which does not exist");
        }

        if (letter == 'k')
        {
            _position += 2;
            if (!TryTake('<') || !_groups.Names.TryGetValue(GroupName(), out var group))
            {
                throw Fault("a reference to a named group that does not exist");
            }

            return new PatternNode.Backreference(group.Number, group.Name);
        }

        return new PatternNode.CharacterSet(Escapes.Set(source, ref _position, inClass: false));
    }

    private PatternNode Quantified(PatternNode atom)
    {
        if (TryQuantifier() is not { } count)
        {
            return atom;
        }

        return new PatternNode.Repetition(atom, count.Min, count.Max, TryTake('?'));
    }

    private (int Min, int? Max)? TryQuantifier()
    {
        if (TryTake('*'))
        {
            return (0, null);
        }

        if (TryTake('+'))
        {
            return (1, null);
        }

        if (TryTake('?'))
        {
            return (0, 1);
        }

        return !AtEnd && Current == '{' ? Braces(peek: false) : null;
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c>; null where the brace is something else, which is then not read.</summary>
    private (int Min, int? Max)? Braces(bool peek)
    {
        var start = _position;
        _position++;
        (int Min, int? Max)? range = null;
        if (!AtEnd && char.IsAsciiDigit(Current))
        {
            var min = Number();
            int? max = min;
            if (TryTake(','))
            {
                max = !AtEnd && char.IsAsciiDigit(Current) ? Number() : null;
            }

            range = TryTake('}') ? (min, max) : null;
        }

        if (range?.Max < range?.Min)
        {
            throw Fault("a quantifier whose numbers are out of order");
        }

        _position = peek || range is null ? start : _position;
        return range;
    }

    /// <summary>Reads digits; a number that does not fit into an <see cref="int"/> becomes the largest.</summary>
    private int Number()
    {
        var start = _position;
        while (!AtEnd && char.IsAsciiDigit(Current))
        {
            _position++;
        }

        var digits = source.AsSpan(start, _position - start);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }

    private static PatternNode.CharacterSet Character(int codePoint) => new(CodePointSet.Of(codePoint));

    private bool TryTake(char expected)
    {
        if (AtEnd || Current != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private bool TryTake(string expected)
    {
        if (string.CompareOrdinal(source, _position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _position += expected.Length;
        return true;
    }

    private PatternSyntaxException Fault(string found) => new($"found {found}", _position);
}
