namespace SocialContract.JsonSchema.Patterns;

/// <summary>A character class in brackets (ECMA-262 section 22.2.1, CharacterClass), from after its opening bracket.</summary>
internal ref struct ClassParser
{
    private readonly string _source;
    private readonly ref int _position;

    public ClassParser(string source, ref int position)
    {
        _source = source;
        _position = ref position;
    }

    public readonly CodePointSet Parse()
    {
        var start = _position - 1;
        var negated = _position < _source.Length && _source[_position] == '^';
        _position += negated ? 1 : 0;
        var ranges = new List<CodePointRange>();
        while (true)
        {
            if (_position >= _source.Length)
            {
                throw new PatternSyntaxException("found '[' without ']'", start);
            }

            if (_source[_position] == ']')
            {
                _position++;
                var set = CodePointSet.Of(ranges);
                return negated ? set.Complement() : set;
            }

            AddRange(ranges);
        }
    }

    private readonly void AddRange(List<CodePointRange> ranges)
    {
        var start = _position;
        var first = Atom();
        if (_position + 1 >= _source.Length || _source[_position] != '-' || _source[_position + 1] == ']')
        {
            ranges.AddRange(first.Ranges);
            return;
        }

        _position++;
        var last = Atom();
        if (first.Count != 1 || last.Count != 1)
        {
            throw new PatternSyntaxException("found a range that begins or ends with a set of characters", start);
        }

        if (first.Ranges[0].First > last.Ranges[0].First)
        {
            throw new PatternSyntaxException("found a range whose ends are out of order", start);
        }

        ranges.Add(new(first.Ranges[0].First, last.Ranges[0].First));
    }

    private readonly CodePointSet Atom() => _source[_position] == '\\'
        ? Escapes.Set(_source, ref _position, inClass: true)
        : CodePointSet.Of(Escapes.CodePointAt(_source, ref _position));
}
