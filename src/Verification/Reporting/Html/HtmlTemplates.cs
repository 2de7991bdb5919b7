using System.Globalization;
using System.Text;
using System.Text.Unicode;
using HandlebarsDotNet;
using SocialContract.Verification.Reporting.Text;
using HtmlEncoder = System.Text.Encodings.Web.HtmlEncoder;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>
/// The page's templates (Handlebars, in the folder Templates). Every <c>{{text}}</c> is made visible and encoded here, as content and as an
/// attribute's value; <c>{{{text}}}</c> is used for the page's own style and script only.
/// </summary>
internal static class HtmlTemplates
{
    private static readonly Lazy<HandlebarsTemplate<TextWriter, object, object>> Page = new(Compile);

    public static void Write(HtmlPage page, TextWriter output) => Page.Value(output, page, null);

    /// <summary>The text of an embedded file.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(HtmlTemplates).Assembly.GetManifestResourceStream(name)!);
        return Printable.Lines(reader.ReadToEnd());
    }

    private static HandlebarsTemplate<TextWriter, object, object> Compile()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = new VisibleText(),
            FormatProvider = CultureInfo.InvariantCulture,
            ThrowOnUnresolvedBindingExpression = true,
        });
        foreach (var name in (string[])["overview", "counts", "filters", "operation", "cases", "exchange"])
        {
            handlebars.RegisterTemplate(name, Read($"{name}.hbs"));
        }

        using var page = new StringReader(Read("page.hbs"));
        return handlebars.Compile(page);
    }

    private sealed class VisibleText : ITextEncoder
    {
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        public void Encode(string? text, TextWriter target) => Encoder.Encode(target, Printable.Lines(text ?? ""));

        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            var all = new StringBuilder();
            while (text is not null && text.MoveNext())
            {
                all.Append(text.Current);
            }

            Encode(all, target);
        }
    }
}
