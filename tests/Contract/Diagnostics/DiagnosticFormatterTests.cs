using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Tests.Diagnostics;

public sealed class DiagnosticFormatterTests
{
    private static readonly Diagnostic Misspelt = new(
        "document.unknown-property", DiagnosticSeverity.Warning, new DocumentPosition("api.yaml", 7, 5), "/paths/~1a/get/paramters",
        "an Operation Object has no field paramters: it is ignored; did you mean parameters?", "parameters", "    paramters: []\n    ^");

    [Fact]
    public void Text_has_a_line_that_editors_link_and_the_excerpt_below_it() =>
        DiagnosticFormatter.Text([Misspelt]).ShouldBe(
            "api.yaml:7:5: warning: an Operation Object has no field paramters: it is ignored; "
                + "did you mean parameters? [document.unknown-property]\n"
            + "        paramters: []\n        ^\n");

    [Fact]
    public void Colour_is_optional()
    {
        DiagnosticFormatter.Text([Misspelt]).ShouldNotContain('\e');
        DiagnosticFormatter.Text([Misspelt], colour: true).ShouldContain("\e[1;33mwarning\e[0m");
    }

    [Fact]
    public void Control_characters_of_a_document_do_not_reach_the_terminal() =>
        DiagnosticFormatter.Text([Misspelt with { Message = "a\e[2Jb", Excerpt = "x\ay" }]).ShouldBe(
            "api.yaml:7:5: warning: a\u241b[2Jb [document.unknown-property]\n    x\u2407y\n");
}
