using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Generation.Data;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>
/// A text with runtime expressions in braces (OpenAPI 3.1, section 4.8.20.4), for example <c>Account {$request.path.id} is
/// gone</c>.
/// </summary>
internal sealed class EmbeddedText
{
    private readonly List<(string Literal, RuntimeExpression? Expression)> _parts = [];

    private EmbeddedText()
    {
    }

    /// <summary>Literal texts, each with the expression after it; null after the last.</summary>
    public IReadOnlyList<(string Literal, RuntimeExpression? Expression)> Parts => _parts;

    /// <summary>False where the text has no expression in braces, or an invalid one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out EmbeddedText? embedded)
    {
        embedded = new EmbeddedText();
        var start = 0;
        while (text.IndexOf("{$", start, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            if (close < 0 || !RuntimeExpression.TryParse(text[(open + 1)..close], out var expression))
            {
                return false;
            }

            embedded._parts.Add((text[start..open], expression));
            start = close + 1;
        }

        embedded._parts.Add((text[start..], null));
        return embedded._parts.Count > 1;
    }

    /// <summary>Whether every expression has a scalar value.</summary>
    public bool IsComplete(in EchoScope scope)
    {
        foreach (var (_, expression) in _parts)
        {
            if (expression is not null)
            {
                var value = EchoValue.Of(expression, scope);
                if (value.IsNothing || value.Json is [(byte)'{' or (byte)'[', ..])
                {
                    return false;
                }
            }
        }

        return true;
    }

    public void Write(in EchoScope scope, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        foreach (var (literal, expression) in _parts)
        {
            JsonPieces.WriteEscaped(literal, output);
            if (expression is not null)
            {
                WriteValue(EchoValue.Of(expression, scope), output);
            }
        }

        output.Write("\""u8);
    }

    /// <summary>Writes the content of a string literal; the escapes of a JSON string are valid here as they are.</summary>
    private static void WriteValue(in EchoValue value, IBufferWriter<byte> output)
    {
        if (value.Text is { } text)
        {
            JsonPieces.WriteEscaped(text, output);
        }
        else
        {
            output.Write(value.Json is [(byte)'"', ..] ? value.Json[1..^1] : value.Json);
        }
    }
}
