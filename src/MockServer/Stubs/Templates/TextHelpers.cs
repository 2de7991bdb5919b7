using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that change texts.</summary>
internal static partial class TextHelpers
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("trim", call => Subject(call).Trim()),
        new("upper", call => Subject(call).ToUpperInvariant()),
        new("lower", call => Subject(call).ToLowerInvariant()),
        new("capitalize", call => Words().Replace(Subject(call), word => Capital(word.Value))),
        new("capitalizeFirst", call => Capital(Subject(call))),
        new("cut", call => Subject(call).Replace(call.Text(1), "", StringComparison.Ordinal)),
        new("replace", Replace),
        new("substring", Substring),
        new("defaultIfEmpty", call => TemplateValues.IsTrue(call.Argument(0)) ? call.Argument(0) : call.Argument(1)),
        new("base64", Base64),
        new("urlEncode", UrlEncode),
        new("regexExtract", RegexExtract) { Compiles = new(1, Expression) },
        new("stripTags", call => Tags().Replace(Subject(call), "")),
        new("slugify", call => Spaces().Replace(NotInSlugs().Replace(Subject(call).Trim(), ""), "-").ToLowerInvariant()),
        new("formData", FormData),
        new("size", call => Size(call.Argument(0))),
    ];

    private static string Subject(HelperCall call) => TemplateValues.TextOf(call.Subject);

    private static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Replace(HelperCall call) =>
        call.Text(1) is { Length: > 0 } part ? call.Text(0).Replace(part, call.Text(2), StringComparison.Ordinal) : call.Text(0);

    private static string Substring(HelperCall call)
    {
        var text = call.Text(0);
        var start = call.Number(1);
        var end = call.Count > 2 ? call.Number(2) : text.Length;
        return start >= 0 && start <= end && end <= text.Length
            ? text[(int)start..(int)end]
            : throw new HelperException($"begin {start}, end {end}, length {text.Length}");
    }

    private static string Base64(HelperCall call)
    {
        if (call.Option("decode") is not true)
        {
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Subject(call)));
            return call.Option("padding") is false ? encoded.TrimEnd('=') : encoded;
        }

        var text = Subject(call);
        var bytes = new byte[text.Length + 3];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new HelperException("the text is not Base64");
    }

    private static string UrlEncode(HelperCall call) =>
        call.Option("decode") is true ? WebUtility.UrlDecode(Subject(call)) : WebUtility.UrlEncode(Subject(call));

    private static Regex Expression(string text)
    {
        try
        {
            // A match anywhere; the translator's own timeout is that of stubs.
            return new Regex(JavaRegexTranslator.Translate(text), RegexOptions.CultureInvariant, Timeout);
        }
        catch (Exception fault) when (fault is JavaRegexException or RegexParseException)
        {
            throw new HelperException($"not a regular expression: {fault.Message}");
        }
    }

    /// <summary>The match, or with a name its groups, which are kept under the name.</summary>
    private static object? RegexExtract(HelperCall call)
    {
        Match match;
        try
        {
            match = call.Compiled<Regex>().Match(call.Text(0));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new HelperException($"{call.Text(1)} takes too long");
        }

        if (!match.Success)
        {
            return call.Option("default") ?? throw new HelperException($"Nothing matched {call.Text(1)}");
        }

        if (call.Argument(2) is not { } name)
        {
            return match.Value;
        }

        call.Rendering.Assign(
            TemplateValues.TextOf(name), TemplateList.Of([.. match.Groups.Values.Skip(1).Select(group => group.Value)]));
        return null;
    }

    /// <summary>The fields of a form, which are kept under a name.</summary>
    private static object? FormData(HelperCall call)
    {
        var decodes = call.Option("urlDecode") is true;
        var fields = call.Text(0).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        var form = new TemplateObject();
        foreach (var group in fields.GroupBy(field => Decoded(field[0]), StringComparer.Ordinal))
        {
            form.With(group.Key, TemplateList.OfValues(group.Select(field => field.Length > 1 ? Decoded(field[1]) : "")));
        }

        if (call.Argument(1) is not { } name)
        {
            return form;
        }

        call.Rendering.Assign(TemplateValues.TextOf(name), form);
        return null;

        string Decoded(string text) => decodes ? WebUtility.UrlDecode(text) : text;
    }

    private static object? Size(object? value) => value switch
    {
        string text => (decimal)text.Length,
        TemplateList list => (decimal)list.Items.Count,
        TemplateObject members => (decimal)members.Count,
        _ => null,
    };

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[^\w\s-]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInSlugs();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
