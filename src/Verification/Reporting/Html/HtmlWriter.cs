using System.Text.Encodings.Web;
using System.Text.Unicode;
using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>Writes elements. Whatever is text or an attribute's value is encoded here and nowhere else.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A start tag; attributes whose value is null are left out, those with an empty value stand without one.</summary>
    public HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                output.Write(' ');
                output.Write(name);
                if (value.Length > 0)
                {
                    output.Write("=\"");
                    Encoder.Encode(output, Printable.Line(value));
                    output.Write('"');
                }
            }
        }

        output.Write('>');
        return this;
    }

    public HtmlWriter Close(string tag)
    {
        output.Write("</");
        output.Write(tag);
        output.Write('>');
        return this;
    }

    /// <summary>Text; its line ends stay.</summary>
    public HtmlWriter Text(string text)
    {
        Encoder.Encode(output, Printable.Lines(text));
        return this;
    }

    /// <summary>A whole element with text in it.</summary>
    public HtmlWriter Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(tag, attributes).Text(text).Close(tag);

    /// <summary>A line end in the source, for those who read it.</summary>
    public HtmlWriter Line()
    {
        output.Write('\n');
        return this;
    }

    /// <summary>What is markup already: our own style and script.</summary>
    public HtmlWriter Markup(string trusted)
    {
        output.Write(trusted);
        return this;
    }
}
