using System.Text.Json;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>Reads the condition of a filter, in parentheses.</summary>
/// <param name="path">The reader of the path that has the filter; it is moved.</param>
internal sealed class FilterReader(string text, PathReader path)
{
    /// <exception cref="JsonPathException">It is not a filter.</exception>
    public FilterCondition Read()
    {
        path.SkipSpace();
        path.Expect('(');
        var condition = Or();
        path.SkipSpace();
        path.Expect(')');
        return condition;
    }

    private FilterCondition Or()
    {
        var left = And();
        while (Take("||"))
        {
            left = new FilterCondition.Or(left, And());
        }

        return left;
    }

    private FilterCondition And()
    {
        var left = Condition();
        while (Take("&&"))
        {
            left = new FilterCondition.And(left, Condition());
        }

        return left;
    }

    private FilterCondition Condition()
    {
        path.Enter();
        var condition = Take("!") ? new FilterCondition.Not(Condition())
            : !path.AtEnd && text[path.At] == '(' ? Read()
            : Relation();
        path.Leave();
        return condition;
    }

    private FilterCondition Relation()
    {
        var left = Operand();
        path.SkipSpace();
        var relation = FilterRelations.Symbols.FirstOrDefault(Take) ?? Word();
        if (relation is null)
        {
            return left is FilterOperand.Path ? new FilterCondition.Exists(left) : throw path.Unexpected("an operator");
        }

        var right = Operand();
        return (relation == "=~") == right is FilterOperand.Expression
            ? new FilterCondition.Relation(left, relation, right)
            : throw new JsonPathException("=~ and a regular expression in slashes belong together");
    }

    private string? Word()
    {
        var length = 0;
        while (path.At + length < text.Length && char.IsAsciiLetter(text[path.At + length]))
        {
            length++;
        }

        var word = text.Substring(path.At, length).ToLowerInvariant();
        if (length == 0)
        {
            return null;
        }

        path.At += FilterRelations.Words.Contains(word)
            ? length
            : throw new JsonPathException($"'{word}' at {path.At} is not an operator; {string.Join(", ", FilterRelations.Words)} are");
        return word;
    }

    private FilterOperand Operand()
    {
        path.SkipSpace();
        return path.AtEnd ? throw path.Unexpected("a value")
            : text[path.At] is '$' or '@' ? new FilterOperand.Path(path.ReadOperand())
            : text[path.At] == '/' ? new FilterOperand.Expression(Regex())
            : new FilterOperand.Literal(Literal());
    }

    private StubRegex Regex()
    {
        var end = path.At + 1;
        while (end < text.Length && text[end] != '/')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        if (end >= text.Length)
        {
            throw new JsonPathException($"the regular expression at {path.At} is not closed");
        }

        var expression = text[(path.At + 1)..end];
        path.At = end + 1;
        var flags = path.At;
        while (!path.AtEnd && char.IsAsciiLetter(text[path.At]))
        {
            path.At++;
        }

        return StubRegex.Create(expression, out var fault, text.AsSpan(flags, path.At - flags).Contains('i'))
            ?? throw new JsonPathException(fault);
    }

    private JsonElement Literal()
    {
        if (text[path.At] is '\'' or '"')
        {
            return JsonSerializer.SerializeToElement(path.ReadText(text[path.At]));
        }

        if (text[path.At] == '[')
        {
            return JsonSerializer.SerializeToElement(Array());
        }

        var start = path.At;
        while (!path.AtEnd && (char.IsAsciiLetterOrDigit(text[path.At]) || text[path.At] is '.' or '-' or '+'))
        {
            path.At++;
        }

        try
        {
            return JsonElement.Parse(text[start..path.At]);
        }
        catch (JsonException)
        {
            path.At = start;
            throw path.Unexpected("a value");
        }
    }

    private List<JsonElement> Array()
    {
        var items = new List<JsonElement>();
        path.Enter();
        path.At++;
        path.SkipSpace();
        while (!path.AtEnd && text[path.At] != ']')
        {
            items.Add(Literal());
            path.SkipSpace();
            if (!path.AtEnd && text[path.At] == ',')
            {
                path.At++;
                path.SkipSpace();
            }
        }

        path.Expect(']');
        path.Leave();
        return items;
    }

    private bool Take(string symbol)
    {
        path.SkipSpace();
        var isHere = string.CompareOrdinal(text, path.At, symbol, 0, symbol.Length) == 0;
        path.At += isHere ? symbol.Length : 0;
        return isHere;
    }
}
