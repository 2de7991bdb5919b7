using System.Globalization;
using System.Text;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>
/// Writes a pattern in .NET's syntax. .NET matches UTF-16 units where ECMA-262 matches code points: sets become alternatives of units and
/// surrogate pairs. No set contains half a pair, since the texts are well-formed.
/// </summary>
internal static class DotNetWriter
{
    /// <summary>A pattern that needs more states than this backtracks, since building them takes too long.</summary>
    private const long MaxStates = 5000;

    /// <summary>.NET needs seconds to prepare a larger set, such as all letters, for matching without backtracking.</summary>
    private const int MaxRanges = 32;

    private const string Word = "[0-9A-Z_a-z]";

    public static string Write(PatternNode root)
    {
        var text = new StringBuilder();
        Append(text, root);
        return text.ToString();
    }

    /// <summary>Whether .NET can match it without backtracking.</summary>
    public static bool IsLinear(PatternNode root) => States(root) <= MaxStates;

    private static long States(PatternNode node) => node switch
    {
        PatternNode.CharacterSet set => set.Set.Ranges.Length <= MaxRanges ? 1 : MaxStates + 1,
        PatternNode.Sequence sequence => Sum(sequence.Items),
        PatternNode.Alternation alternation => Sum(alternation.Branches),
        PatternNode.Capture capture => States(capture.Body),
        PatternNode.Repetition repetition =>
            Math.Min(MaxStates + 1, Math.Max(1, States(repetition.Body)) * Math.Max(1, (long)(repetition.Max ?? repetition.Min))),
        PatternNode.Assertion { Kind: AssertionKind.Start or AssertionKind.End } => 1,
        PatternNode.Empty => 0,
        _ => MaxStates + 1,
    };

    private static long Sum(IReadOnlyList<PatternNode> nodes) => Math.Min(MaxStates + 1, nodes.Sum(States));

    private static void Append(StringBuilder text, PatternNode node)
    {
        switch (node)
        {
            case PatternNode.CharacterSet set:
                AppendSet(text, set.Set);
                break;
            case PatternNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    AppendGrouped(text, item, item is PatternNode.Alternation);
                }

                break;
            case PatternNode.Alternation alternation:
                for (var i = 0; i < alternation.Branches.Count; i++)
                {
                    text.Append(i > 0 ? "|" : "");
                    Append(text, alternation.Branches[i]);
                }

                break;
            case PatternNode.Repetition repetition:
                AppendGrouped(text, repetition.Body, isGroup: true);
                AppendQuantifier(text, repetition);
                break;
            case PatternNode.Capture capture:
                AppendEnclosed(text, "(", capture.Body);
                break;
            case PatternNode.Backreference reference:
                text.Append(CultureInfo.InvariantCulture, $"(?({reference.Number})\\{reference.Number}(?:))");
                break;
            case PatternNode.LookAround look:
                AppendEnclosed(text, (look.Behind, look.Negative) switch
                {
                    (false, false) => "(?=",
                    (false, true) => "(?!",
                    (true, false) => "(?<=",
                    _ => "(?<!",
                }, look.Body);
                break;
            case PatternNode.Assertion assertion:
                text.Append(assertion.Kind switch
                {
                    AssertionKind.Start => @"\A",
                    AssertionKind.End => @"\z",
                    AssertionKind.WordBoundary => $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))",
                    _ => $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))",
                });
                break;
        }
    }

    private static void AppendGrouped(StringBuilder text, PatternNode node, bool isGroup)
    {
        if (isGroup)
        {
            AppendEnclosed(text, "(?:", node);
        }
        else
        {
            Append(text, node);
        }
    }

    private static void AppendEnclosed(StringBuilder text, string opening, PatternNode body)
    {
        text.Append(opening);
        Append(text, body);
        text.Append(')');
    }

    private static void AppendQuantifier(StringBuilder text, PatternNode.Repetition repetition)
    {
        text.Append((repetition.Min, repetition.Max) switch
        {
            (0, null) => "*",
            (1, null) => "+",
            (0, 1) => "?",
            var (min, max) when min == max => $"{{{min}}}",
            var (min, max) => $"{{{min},{max}}}",
        });
        text.Append(repetition.Lazy ? "?" : "");
    }

    private static void AppendSet(StringBuilder text, CodePointSet set)
    {
        var units = new StringBuilder();
        var alternatives = new List<string>();
        foreach (var range in set.Ranges)
        {
            AppendUnits(units, range.First, Math.Min(range.Last, 0xD7FF));
            AppendUnits(units, Math.Max(range.First, 0xE000), Math.Min(range.Last, 0xFFFF));
            AddPairs(alternatives, Math.Max(range.First, 0x10000), range.Last);
        }

        if (units.Length > 0)
        {
            alternatives.Insert(0, $"[{units}]");
        }

        text.Append(alternatives.Count switch
        {
            0 => @"[^\s\S]",
            1 => alternatives[0].Length > 0 && set.Ranges[0].First > 0xFFFF ? $"(?:{alternatives[0]})" : alternatives[0],
            _ => $"(?:{string.Join('|', alternatives)})",
        });
    }

    private static void AppendUnits(StringBuilder units, int first, int last)
    {
        if (first <= last)
        {
            units.Append(Unit(first)).Append(first == last ? "" : "-" + Unit(last));
        }
    }

    /// <summary>A range beyond U+FFFF as pairs: whole high surrogates in the middle, parts of a high surrogate at the ends.</summary>
    private static void AddPairs(List<string> alternatives, int first, int last)
    {
        while (first <= last)
        {
            var high = High(first);
            var lastOfHigh = first | 0x3FF;
            if ((first & 0x3FF) == 0 && last >= lastOfHigh)
            {
                var lastHigh = (last & 0x3FF) == 0x3FF ? High(last) : High(last) - 1;
                alternatives.Add($"[{Unit(high)}-{Unit(lastHigh)}][{Unit(0xDC00)}-{Unit(0xDFFF)}]");
                first += (lastHigh - high + 1) << 10;
            }
            else
            {
                var end = Math.Min(last, lastOfHigh);
                alternatives.Add($"{Unit(high)}[{Unit(0xDC00 | (first & 0x3FF))}-{Unit(0xDC00 | (end & 0x3FF))}]");
                first = end + 1;
            }
        }
    }

    private static int High(int codePoint) => 0xD800 + ((codePoint - 0x10000) >> 10);

    private static string Unit(int unit) =>
        char.IsAsciiLetterOrDigit((char)unit) ? ((char)unit).ToString() : $"\\u{unit:X4}";
}
