using System.Globalization;
using System.Text;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Reads what is between the braces of a tag.</summary>
/// <param name="fault">Makes an error of a sentence.</param>
internal sealed class ExpressionReader(string text, Func<string, TemplateException> fault)
{
    private const int MaxDepth = 50;
    private const string NotInNames = " \t\r\n!\"#%&'()*+,./;<=>@[\\]^`{|}~";

    private const NumberStyles Numbers = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private int _at;

    /// <summary>The first word: what closes the block.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The value or the helper of <c>{{…}}</c>.</summary>
    public TemplateExpression ReadOutput() => ReadWhole(isBlock: false).Expression;

    /// <summary>The value or the helper of <c>{{#…}}</c>, and the names of <c>as |a b|</c>.</summary>
    public (TemplateExpression Expression, IReadOnlyList<string> Parameters) ReadBlock() => ReadWhole(isBlock: true);

    private (TemplateExpression Expression, IReadOnlyList<string> Parameters) ReadWhole(bool isBlock)
    {
        if (text.Length == 0)
        {
            throw fault("the tag is empty");
        }

        var expression = ReadCall(depth: 0);
        var parameters = isBlock ? ReadParameters() : [];
        SkipSpace();
        return _at == text.Length ? (expression, parameters) : throw fault($"'{text[_at..]}' in {{{{{text}}}}} is not understood");
    }

    private TemplateExpression ReadCall(int depth)
    {
        SkipSpace();
        var start = _at;
        var first = ReadValue(depth);
        var name = text[start.._at];
        Name = Name.Length == 0 ? name : Name;
        var arguments = new List<TemplateExpression>();
        var options = new List<KeyValuePair<string, TemplateExpression>>();
        while (SkipSpace() && text[_at] is not (')' or '|') && !IsParameters())
        {
            if (OptionName() is { } option)
            {
                _at += option.Length + 1;
                SkipSpace();
                options.Add(new(option, ReadValue(depth)));
            }
            else
            {
                arguments.Add(ReadValue(depth));
            }
        }

        var isName = first is TemplateExpression.Path { Up: 0, IsThis: false, IsData: false, Names.Count: 1 };
        if (isName && TemplateHelpers.Find(name) is { } helper)
        {
            return new TemplateExpression.Call(helper, arguments, options, Compiled(helper, arguments));
        }

        if (isName && TemplateHelpers.RefusalOf(name) is { } refusal && (arguments.Count > 0 || options.Count > 0 || depth > 0))
        {
            throw fault($"the helper `{name}` is not supported: {refusal}");
        }

        if (arguments.Count > 0 || options.Count > 0)
        {
            var hint = NearestName.Find(name, TemplateHelpers.Names) is { } nearest ? $"; did you mean `{nearest}`?" : "";
            throw fault($"there is no helper `{name}`{hint}");
        }

        return first;
    }

    private object? Compiled(TemplateHelper helper, List<TemplateExpression> arguments)
    {
        if (helper.Compiles is not { } compiles || arguments.Count <= compiles.Index
            || arguments[compiles.Index] is not TemplateExpression.Literal { Value: string literal })
        {
            return null;
        }

        try
        {
            return compiles.Compile(literal);
        }
        catch (HelperException failure)
        {
            throw fault($"in `{helper.Name}`, '{literal}': {failure.Message}");
        }
    }

    private TemplateExpression ReadValue(int depth)
    {
        if (depth > MaxDepth)
        {
            throw fault($"parentheses are nested more than {MaxDepth} deep");
        }

        if (_at >= text.Length)
        {
            throw fault($"a value is missing at the end of {{{{{text}}}}}");
        }

        switch (text[_at])
        {
            case '(':
                _at++;
                var inner = ReadCall(depth + 1);
                if (!SkipSpace() || text[_at] != ')')
                {
                    throw fault($"a parenthesis in {{{{{text}}}}} is not closed");
                }

                _at++;
                return inner;
            case '"' or '\'':
                return new TemplateExpression.Literal(ReadText(text[_at]));
            default:
                return ReadPath();
        }
    }

    private string ReadText(char quote)
    {
        var content = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != quote; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] == quote)
            {
                _at++;
            }

            content.Append(text[_at]);
        }

        if (_at++ >= text.Length)
        {
            throw fault($"a text in {{{{{text}}}}} is not closed by {quote}");
        }

        return content.ToString();
    }

    private TemplateExpression ReadPath()
    {
        var start = _at;
        var (up, isThis, isData) = (0, false, text[_at] == '@');
        var names = new List<string>();
        _at += isData ? 1 : 0;
        for (; text.AsSpan(_at).StartsWith("../"); _at += 3)
        {
            up++;
        }

        if (text.AsSpan(_at).StartsWith(".."))
        {
            (up, _at, isThis) = (up + 1, _at + 2, true);
        }
        else if (text.AsSpan(_at).StartsWith("."))
        {
            (_at, isThis) = (_at + 1, true);
        }

        if (!isThis || (_at < text.Length && text[_at] == '/'))
        {
            _at += isThis ? 1 : 0;
            ReadNames(names);
        }

        var written = text[start.._at];
        if (written.Length == 0 || (names.Count == 0 && !isThis))
        {
            throw fault($"'{text[_at..]}' in {{{{{text}}}}} is not understood");
        }

        if (up == 0 && !isThis && !isData && LiteralOf(written) is { } literal)
        {
            return literal;
        }

        if (names is ["this", ..] && !isData)
        {
            names.RemoveAt(0);
            isThis = true;
        }

        return new TemplateExpression.Path(up, isThis, isData, names);
    }

    private void ReadNames(List<string> names)
    {
        while (_at < text.Length)
        {
            if (text[_at] == '[')
            {
                var end = text.IndexOf(']', _at);
                names.Add(end < 0 ? throw fault($"a bracket in {{{{{text}}}}} is not closed") : text[(_at + 1)..end]);
                _at = end + 1;
            }
            else
            {
                var start = _at;
                while (_at < text.Length && !NotInNames.Contains(text[_at], StringComparison.Ordinal))
                {
                    _at++;
                }

                if (_at == start)
                {
                    return;
                }

                names.Add(text[start.._at]);
            }

            if (_at >= text.Length || text[_at] is not ('.' or '/'))
            {
                return;
            }

            _at++;
        }
    }

    private static TemplateExpression.Literal? LiteralOf(string written) => written switch
    {
        "true" => new(true),
        "false" => new(false),
        "null" or "undefined" => new(null),
        _ when (char.IsAsciiDigit(written[0]) || written[0] == '-')
            && decimal.TryParse(written, Numbers, CultureInfo.InvariantCulture, out var number) => new(number),
        _ => null,
    };

    /// <summary>The name before an equals sign; null if there is none.</summary>
    private string? OptionName()
    {
        var end = _at;
        while (end < text.Length && !NotInNames.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        return end > _at && end < text.Length && text[end] == '=' ? text[_at..end] : null;
    }

    private bool IsParameters() => text.AsSpan(_at).StartsWith("as |");

    private string[] ReadParameters()
    {
        if (!SkipSpace() || !IsParameters())
        {
            return [];
        }

        var start = _at + "as |".Length;
        var end = text.IndexOf('|', start);
        if (end < 0)
        {
            throw fault($"the names in {{{{{text}}}}} are not closed by |");
        }

        _at = end + 1;
        return text[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <returns>Whether something follows.</returns>
    private bool SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at < text.Length;
    }
}
