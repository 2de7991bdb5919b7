using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>Why rules were not asked: a line for each cause.</summary>
internal static class HtmlReasons
{
    public static void Write(HtmlWriter html, HtmlPage page)
    {
        var outcomes = page.Outcomes.Where(outcome => outcome is Outcome.Blocked or Outcome.NotExercised).ToList();
        if (outcomes.Count == 0)
        {
            return;
        }

        html.Open("section", ("aria-labelledby", "reasons-heading")).Element("h2", "What could not be asked", ("id", "reasons-heading"))
            .Line();
        html.Open("ul", ("class", "reasons"));
        foreach (var outcome in outcomes)
        {
            foreach (var group in ReasonSummary.Of(page.Report, outcome))
            {
                html.Open("li").Element("span", OutcomeWords.Label(outcome), ("class", $"pill {OutcomeWords.Id(outcome)}")).Open("span")
                    .Text(group.Reason).Text(" ");
                html.Element("span", group.Extent, ("class", "extent")).Close("span").Close("li").Line();
            }
        }

        html.Close("ul").Close("section").Line();
    }
}
