namespace SocialContract.JsonSchema.Formats;

/// <summary>RFC 6570 section 2, up to level 4; an apostrophe is a literal (erratum 6937).</summary>
internal static class UriTemplateFormat
{
    private const int MaxPrefixLength = 4;

    public static bool IsUriTemplate(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '{')
            {
                var close = text.IndexOf((byte)'}');
                if (close < 0 || !IsExpression(text[1..close]))
                {
                    return false;
                }

                text = text[(close + 1)..];
            }
            else if (!TryLiteral(ref text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryLiteral(ref ReadOnlySpan<byte> text)
    {
        if (text[0] == '%')
        {
            return TryPercent(ref text);
        }

        if (text[0] is <= 0x20 or 0x7F || "\"<>\\^`{|}"u8.Contains(text[0]))
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool IsExpression(ReadOnlySpan<byte> expression)
    {
        if (expression.Length > 0 && "+#./;?&=,!@|"u8.Contains(expression[0]))
        {
            expression = expression[1..];
        }

        while (true)
        {
            var comma = expression.IndexOf((byte)',');
            if (!IsVariable(comma < 0 ? expression : expression[..comma]))
            {
                return false;
            }

            if (comma < 0)
            {
                return true;
            }

            expression = expression[(comma + 1)..];
        }
    }

    private static bool IsVariable(ReadOnlySpan<byte> variable)
    {
        if (variable.EndsWith("*"u8))
        {
            variable = variable[..^1];
        }

        var colon = variable.IndexOf((byte)':');
        if (colon >= 0)
        {
            var prefix = variable[(colon + 1)..];
            if (prefix.Length is 0 or > MaxPrefixLength || prefix[0] == '0' || prefix.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return false;
            }

            variable = variable[..colon];
        }

        return IsName(variable);
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        var afterDot = true;
        while (!name.IsEmpty)
        {
            if (name[0] == '.' && !afterDot)
            {
                afterDot = true;
                name = name[1..];
                continue;
            }

            if (name[0] == '%' ? !TryPercent(ref name) : !TryNameCharacter(ref name))
            {
                return false;
            }

            afterDot = false;
        }

        return !afterDot;
    }

    private static bool TryNameCharacter(ref ReadOnlySpan<byte> name)
    {
        if (!Characters.IsAlphanumeric(name[0]) && name[0] != '_')
        {
            return false;
        }

        name = name[1..];
        return true;
    }

    private static bool TryPercent(ref ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || !Characters.AreHex(text[1..3]))
        {
            return false;
        }

        text = text[3..];
        return true;
    }
}
