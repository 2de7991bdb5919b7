using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that lay out texts and numbers.</summary>
internal static partial class FormatHelpers
{
    /// <summary>Of a text that is padded, and of a number that is formatted. Characters.</summary>
    private const int MaxWidth = 10_000;

    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("ljust", call => call.Text(0).PadRight(Width(call), Pad(call))),
        new("rjust", call => call.Text(0).PadLeft(Width(call), Pad(call))),
        new("center", Center),
        new("abbreviate", Abbreviate),
        new("wordWrap", WordWrap),
        new("yesno", YesNo),
        new("stringFormat", StringFormat),
        new("numberFormat", NumberFormat),
    ];

    private static int Width(HelperCall call) => (int)Math.Clamp(call.OptionNumber("size") ?? call.Number(1), 0, MaxWidth);

    private static char Pad(HelperCall call) => call.OptionText("pad") is { Length: > 0 } pad ? pad[0] : ' ';

    private static string Center(HelperCall call)
    {
        var (text, width) = (call.Text(0), Width(call));
        return text.PadLeft(text.Length + (Math.Max(0, width - text.Length) / 2), Pad(call)).PadRight(width, Pad(call));
    }

    private static string Abbreviate(HelperCall call)
    {
        var (text, width) = (call.Text(0), (int)Math.Clamp(call.Number(1), 4, MaxWidth));
        return text.Length <= width ? text : $"{text[..(width - 3)]}...";
    }

    private static string WordWrap(HelperCall call)
    {
        var width = (int)Math.Clamp(call.Number(1), 1, MaxWidth);
        var text = new StringBuilder();
        var column = 0;
        foreach (var word in call.Text(0).Split(' '))
        {
            var fits = column > 0 && column + 1 + word.Length <= width;
            text.Append(column == 0 ? "" : fits ? " " : "\n").Append(word);
            column = fits ? column + 1 + word.Length : word.Length;
        }

        return text.ToString();
    }

    private static object? YesNo(HelperCall call) => call.Argument(0) switch
    {
        null => call.Option("maybe") ?? "maybe",
        var value => TemplateValues.IsTrue(value) ? call.Option("yes") ?? "yes" : call.Option("no") ?? "no",
    };

    /// <summary>Java's <c>String.format</c> with texts and numbers.</summary>
    private static string StringFormat(HelperCall call)
    {
        var next = 1;
        return Places().Replace(call.Text(0), place =>
        {
            var width = place.Groups["width"] is { Success: true, ValueSpan: var digits }
                ? Math.Min(int.Parse(digits, CultureInfo.InvariantCulture), MaxWidth)
                : 0;
            var value = place.Groups["kind"].Value switch
            {
                "n" => "\n",
                "%" => "%",
                "d" => decimal.Truncate(call.Number(next++)).ToString(CultureInfo.InvariantCulture),
                "f" => call.Number(next++).ToString($"F{Precision(place)}", CultureInfo.InvariantCulture),
                "x" => ((long)call.Number(next++)).ToString("x", CultureInfo.InvariantCulture),
                _ => call.Text(next++),
            };
            return place.Groups["flag"].Value switch
            {
                "-" => value.PadRight(width),
                "0" => value.PadLeft(width, '0'),
                _ => value.PadLeft(width),
            };
        });
    }

    private static int Precision(Match place) => place.Groups["precision"] is { Success: true, ValueSpan: var digits }
        ? Math.Min(int.Parse(digits, CultureInfo.InvariantCulture), 20)
        : 6;

    /// <summary>Java's DecimalFormat: <c>0.00</c>, <c>#,##0</c>; by default with groups and at most three decimals.</summary>
    private static string NumberFormat(HelperCall call)
    {
        var format = call.Text(1) switch
        {
            "" => "#,##0.###",
            "integer" => "#,##0",
            "percent" => "#,##0%",
            "currency" => "$#,##0.00",
            var given => given,
        };
        return Pattern().IsMatch(format)
            ? call.Number(0).ToString(format, CultureInfo.InvariantCulture)
            : throw new HelperException($"the format '{format}' is not supported");
    }

    [GeneratedRegex(@"%(?<flag>[-0])?(?<width>\d{1,5})?(\.(?<precision>\d{1,2}))?(?<kind>[sdfxn%])", RegexOptions.ExplicitCapture)]
    private static partial Regex Places();

    [GeneratedRegex(@"\A[$€]?[#0,]{1,40}(\.[#0]{1,40})?%?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
