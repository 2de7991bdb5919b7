namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>
/// A Handlebars template as Java WireMock fills it in: helpers win over values, names are looked up in the enclosing values, too, nothing
/// is escaped, and white space around blocks stays. Immutable, so threads share it.
/// </summary>
/// <remarks>
/// Handlebars.Net differs in each of these, finds an unknown helper only when a response is sent, and does not bound the work; so templates
/// are read here.
/// </remarks>
internal sealed class Template
{
    private const int MaxLength = 1024 * 1024;

    private readonly IReadOnlyList<TemplateNode> _nodes;

    private Template(IReadOnlyList<TemplateNode> nodes) => _nodes = nodes;

    /// <summary>The text if it is the whole template; null if it has tags.</summary>
    public string? FixedText => _nodes switch
    {
        [] => "",
        [TemplateNode.Text text] => text.Content,
        _ => null,
    };

    /// <param name="fault">What is wrong, with line and column.</param>
    /// <returns>Null if the template has a fault.</returns>
    public static Template? Create(string text, out string fault)
    {
        fault = "";
        if (text.Length > MaxLength)
        {
            fault = $"a template of {text.Length} characters; at most {MaxLength} are accepted";
            return null;
        }

        try
        {
            return new Template(new TemplateReader(text).Read());
        }
        catch (TemplateException failure)
        {
            fault = failure.Message;
            return null;
        }
    }

    /// <exception cref="TemplateException">Filling it in takes more steps or makes a longer text than it may.</exception>
    public string Render(TemplateRendering rendering) => FixedText ?? rendering.Render(_nodes);
}
