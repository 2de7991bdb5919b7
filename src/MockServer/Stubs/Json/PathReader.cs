using System.Buffers;
using System.Globalization;
using System.Text;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>Reads paths. Filters, and the paths in them, are read by <see cref="FilterReader"/>.</summary>
internal sealed class PathReader(string text)
{
    private const int MaxLength = 10_000;
    private const int MaxDepth = 50;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(".[( ");

    private static readonly SearchValues<char> NameEndsInFilter = SearchValues.Create(".[( )]=!<>&|~,");

    private int _depth;

    /// <summary>The next position.</summary>
    public int At { get; set; }

    public bool AtEnd => At >= text.Length;

    /// <summary>A whole text; what begins without <c>$</c> begins at the root.</summary>
    /// <exception cref="JsonPathException">It is not a path.</exception>
    public JsonPath ReadWhole()
    {
        if (text.Length > MaxLength)
        {
            throw new JsonPathException($"it has {text.Length} characters; at most {MaxLength} are accepted");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new JsonPathException("it is empty");
        }

        var steps = new List<PathStep>();
        if (text[0] is not ('$' or '@'))
        {
            steps.Add(text[0] == '[' ? Bracket() : Name(inFilter: false, steps));
        }
        else
        {
            At++;
        }

        Read(steps, inFilter: false);
        return AtEnd ? JsonPath.Of(text, steps, isRelative: false) : throw Unexpected();
    }

    /// <summary>A path in a filter, from <c>$</c> or <c>@</c>.</summary>
    public JsonPath ReadOperand()
    {
        var start = At++;
        var steps = new List<PathStep>();
        Read(steps, inFilter: true);
        return JsonPath.Of(text[start..At], steps, isRelative: text[start] == '@');
    }

    private void Read(List<PathStep> steps, bool inFilter)
    {
        while (!AtEnd && text[At] is '.' or '[')
        {
            if (steps is [.., PathStep.Function])
            {
                throw new JsonPathException($"nothing may follow the function before {At}");
            }

            if (text[At] == '[')
            {
                steps.Add(Bracket());
                continue;
            }

            At++;
            if (AtEnd || text[At] != '.')
            {
                steps.Add(Name(inFilter, steps));
                continue;
            }

            At++;
            steps.Add(new PathStep.Scan(!AtEnd && text[At] == '[' ? Bracket() : Name(inFilter, steps)));
        }
    }

    private PathStep Name(bool inFilter, List<PathStep> before)
    {
        if (!AtEnd && text[At] == '*')
        {
            At++;
            return new PathStep.Wildcard();
        }

        var length = text.AsSpan(At).IndexOfAny(inFilter ? NameEndsInFilter : NameEnds);
        var name = length < 0 ? text[At..] : text.Substring(At, length);
        if (name.Length == 0)
        {
            throw new JsonPathException($"a name is missing at {At}");
        }

        At += name.Length;
        return AtEnd || text[At] != '(' ? new PathStep.Members([name]) : Function(name, before);
    }

    private PathStep.Function Function(string name, List<PathStep> before)
    {
        if (!PathFunctions.Names.Contains(name))
        {
            throw new JsonPathException($"{name}() is not a function that is supported; {string.Join("(), ", PathFunctions.Names)}() are");
        }

        At++;
        Expect(')');
        return new(Enum.Parse<PathFunction>(name, ignoreCase: true), before.Any(step => !step.IsDefinite));
    }

    /// <summary>From an opening bracket to its closing bracket.</summary>
    private PathStep Bracket()
    {
        At++;
        SkipSpace();
        var next = AtEnd ? '\0' : text[At];
        PathStep step;
        if (next == '*')
        {
            At++;
            step = new PathStep.Wildcard();
        }
        else if (next == '?')
        {
            At++;
            step = new PathStep.Filter(new FilterReader(text, this).Read());
        }
        else if (next is '\'' or '"')
        {
            step = new PathStep.Members(List(() => ReadText(text[At])));
        }
        else
        {
            step = Positions();
        }

        SkipSpace();
        Expect(']');
        return step;
    }

    private PathStep Positions()
    {
        var first = Integer();
        SkipSpace();
        if (!AtEnd && text[At] == ':')
        {
            At++;
            return new PathStep.Slice(first, Integer());
        }

        var positions = new List<int> { first ?? throw Unexpected() };
        while (!AtEnd && text[At] == ',')
        {
            At++;
            positions.Add(Integer() ?? throw Unexpected());
            SkipSpace();
        }

        return new PathStep.Indexes(positions);
    }

    private int? Integer()
    {
        SkipSpace();
        var start = At;
        while (!AtEnd && (char.IsAsciiDigit(text[At]) || (text[At] == '-' && At == start)))
        {
            At++;
        }

        return At == start ? null
            : int.TryParse(text.AsSpan(start, At - start), CultureInfo.InvariantCulture, out var value) ? value
            : throw new JsonPathException($"the number at {start} is not an index");
    }

    private List<T> List<T>(Func<T> read)
    {
        var items = new List<T> { read() };
        SkipSpace();
        while (!AtEnd && text[At] == ',')
        {
            At++;
            SkipSpace();
            items.Add(read());
            SkipSpace();
        }

        return items;
    }

    /// <summary>The text in quotes here, in which a backslash escapes the next character.</summary>
    public string ReadText(char quote)
    {
        var start = At;
        Expect(quote);
        var result = new StringBuilder();
        while (!AtEnd && text[At] != quote)
        {
            At += text[At] == '\\' && At + 1 < text.Length ? 1 : 0;
            result.Append(text[At++]);
        }

        return At++ < text.Length ? result.ToString() : throw new JsonPathException($"the text at {start} is not closed");
    }

    /// <summary>Enters a filter, a condition or an array.</summary>
    public void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new JsonPathException($"filters, conditions and arrays are nested more than {MaxDepth} deep");
        }
    }

    public void Leave() => _depth--;

    public void SkipSpace()
    {
        while (!AtEnd && text[At] == ' ')
        {
            At++;
        }
    }

    public void Expect(char expected)
    {
        if (AtEnd || text[At] != expected)
        {
            throw Unexpected($"'{expected}'");
        }

        At++;
    }

    public JsonPathException Unexpected(string expected = "a name, an index, a filter or the end") => new(
        AtEnd ? $"it ends where {expected} is expected" : $"'{text[At]}' at {At} is unexpected; {expected} is expected");
}
