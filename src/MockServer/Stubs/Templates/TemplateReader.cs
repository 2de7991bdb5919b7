using System.Text;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Reads the tags of a template.</summary>
internal sealed class TemplateReader(string text)
{
    private const int MaxDepth = 50;

    private int _at;
    private bool _trimsNext;

    /// <exception cref="TemplateException">The template has a fault.</exception>
    public IReadOnlyList<TemplateNode> Read()
    {
        var (nodes, end) = ReadNodes(depth: 0, inside: null);
        return end is null ? nodes : throw Fault(end.Start, $"{{{{{end.Text}}}}} is not inside a block");
    }

    /// <summary>The nodes up to the end of the text, an <c>else</c>, or the end of a block.</summary>
    private (List<TemplateNode> Nodes, Tag? End) ReadNodes(int depth, Tag? inside)
    {
        if (depth > MaxDepth)
        {
            throw Fault(_at, $"blocks are nested more than {MaxDepth} deep");
        }

        var nodes = new List<TemplateNode>();
        while (true)
        {
            var (before, tag) = NextTag();
            if (before.Length > 0)
            {
                nodes.Add(new TemplateNode.Text(before));
            }

            if (tag is null)
            {
                return inside is null ? (nodes, null) : throw Fault(inside.Start, $"the block {{{{{inside.Text}}}}} is not closed");
            }

            switch (tag.Kind)
            {
                case '!':
                    break;
                case '#':
                    nodes.Add(ReadBlock(tag, depth));
                    break;
                case '^' when tag.Content.Length > 0:
                    nodes.Add(ReadBlock(tag, depth));
                    break;
                case '^' or '/' or 'e':
                    return (nodes, tag);
                case '>':
                    throw Fault(tag.Start, "partials are not supported; write the text itself");
                default:
                    nodes.Add(new TemplateNode.Output(Expression(tag).ReadOutput()));
                    break;
            }
        }
    }

    /// <param name="closedBy">The name in the tag that closes it; null: its own.</param>
    private TemplateNode.Block ReadBlock(Tag tag, int depth, string? closedBy = null)
    {
        var opening = Expression(tag);
        var (expression, parameters) = opening.ReadBlock();
        var (body, end) = ReadNodes(depth + 1, tag);
        IReadOnlyList<TemplateNode> inverse = [];
        if (end is { Kind: 'e', Content.Length: > 0 })
        {
            // {{else if x}} is a block in the inverse, which the same tag closes.
            inverse = [ReadBlock(end with { Kind = '#' }, depth + 1, closedBy ?? opening.Name)];
            return new(expression, parameters, body, inverse);
        }

        if (end is { Kind: 'e' or '^' })
        {
            (var other, end) = ReadNodes(depth + 1, tag);
            inverse = other;
        }

        if (end is not { Kind: '/' })
        {
            throw Fault(end!.Start, $"a second {{{{else}}}} in the block {{{{{tag.Text}}}}}");
        }

        CheckClosing(tag, closedBy ?? opening.Name, end);
        return tag.Kind == '^' ? new(expression, parameters, inverse, body) : new(expression, parameters, body, inverse);
    }

    private void CheckClosing(Tag tag, string name, Tag end)
    {
        if (end.Content != name)
        {
            throw Fault(end.Start, $"{{{{{end.Text}}}}} closes {{{{{tag.Text}}}}}; {{{{/{name}}}}} is expected");
        }
    }

    private ExpressionReader Expression(Tag tag) => new(tag.Content, sentence => Fault(tag.Start, sentence));

    /// <summary>The text before the next tag, and the tag; null at the end of the text.</summary>
    private (string Before, Tag? Tag) NextTag()
    {
        var before = new StringBuilder();
        var start = text.IndexOf("{{", _at, StringComparison.Ordinal);
        var end = start < 0 ? -1 : EndOf(start);
        if (end < 0)
        {
            // What is not closed is text, as in Java WireMock.
            before.Append(text, _at, text.Length - _at);
            _at = text.Length;
            return (Trimmed(before.ToString(), trimsEnd: false), null);
        }

        before.Append(text, _at, start - _at);
        var braces = text[start..].StartsWith("{{{", StringComparison.Ordinal) ? 3 : 2;
        var content = text[(start + braces)..end];
        _at = end + braces;
        var trimsStart = content.StartsWith('~');
        var kept = Trimmed(before.ToString(), trimsStart);
        content = trimsStart ? content[1..] : content;
        _trimsNext = content.EndsWith('~');
        content = (_trimsNext ? content[..^1] : content).Trim();
        return (kept, TagOf(content, start));
    }

    private static Tag TagOf(string content, int start)
    {
        if (content is ['#' or '^' or '/' or '!' or '>' or '&', ..])
        {
            var kind = content[0] == '&' ? ' ' : content[0];
            return new(kind, kind == '!' ? "" : content[1..].Trim(), content, start);
        }

        var isElse = content == "else" || content.StartsWith("else ", StringComparison.Ordinal);
        return isElse ? new('e', content[4..].Trim(), content, start) : new(' ', content, content, start);
    }

    /// <summary>Where the closing braces of a tag are; -1 if it has none.</summary>
    private int EndOf(int start)
    {
        if (text[start..].StartsWith("{{!--", StringComparison.Ordinal) || text[start..].StartsWith("{{~!--", StringComparison.Ordinal))
        {
            var comment = text.IndexOf("--}}", start, StringComparison.Ordinal);
            return comment < 0 ? text.IndexOf("--~}}", start, StringComparison.Ordinal) is >= 0 and var at ? at + 3 : -1 : comment + 2;
        }

        var closing = text.AsSpan(start).StartsWith("{{{") ? "}}}" : "}}";
        var quote = '\0';
        for (var at = start; at < text.Length; at++)
        {
            if (quote != '\0')
            {
                at += text[at] == '\\' ? 1 : 0;
                quote = at < text.Length && text[at] == quote ? '\0' : quote;
            }
            else if (text[at] is '"' or '\'')
            {
                quote = text[at];
            }
            else if (text.AsSpan(at).StartsWith(closing))
            {
                return at;
            }
        }

        // A quote that is not closed: the tag ends before it is read, and reading it says so.
        return text.IndexOf(closing, start, StringComparison.Ordinal);
    }

    private string Trimmed(string before, bool trimsEnd)
    {
        var kept = _trimsNext ? before.TrimStart() : before;
        _trimsNext = false;
        return trimsEnd ? kept.TrimEnd() : kept;
    }

    private TemplateException Fault(int position, string sentence)
    {
        var before = text.AsSpan(0, position);
        var line = before.Count('\n') + 1;
        return new TemplateException($"at line {line}, column {position - before.LastIndexOf('\n')}: {sentence}");
    }

    /// <param name="Kind"><c>#</c>, <c>^</c>, <c>/</c>, <c>!</c>, <c>&gt;</c>; <c>e</c> for else; a space for a value.</param>
    /// <param name="Content">Without the kind.</param>
    /// <param name="Text">Between the braces.</param>
    private sealed record Tag(char Kind, string Content, string Text, int Start);
}
