using System.Text;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Markdown;

/// <summary>One failed check with all its failures.</summary>
internal static class MarkdownFailure
{
    private const int MaxListed = 10;

    public static string Of(CheckResult check)
    {
        var text = new StringBuilder($"\n#### {MarkdownText.Inline(CheckWords.Heading(check))}\n\n");
        text.Append($"{MarkdownText.Inline(check.Statement)} · {MarkdownText.Code(check.Operation)} · ");
        text.Append($"{MarkdownText.Code(CheckWords.Place(check))} · {check.Source.ToWord()}\n");
        if (check.Reason.Length > 0)
        {
            text.Append($"\n{MarkdownText.Inline(check.Reason)}\n");
        }

        foreach (var failure in check.Failures)
        {
            Append(text, failure);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Failure failure)
    {
        text.Append($"\n- **Expected:** {MarkdownText.Inline(failure.Expected)}\n- **Found:** {MarkdownText.Inline(failure.Found)}\n");
        if (failure.OtherCases.Count > 0)
        {
            var more = failure.OtherCases.Count - MaxListed;
            var others = string.Join(", ", failure.OtherCases.Take(MaxListed).Select(MarkdownText.Code));
            text.Append($"- **Also seen in:** {others}{(more > 0 ? $" and {more} more" : "")}\n");
        }

        text.Append("\n<details><summary>Request, response and how to repeat it</summary>\n");
        text.Append($"\n**Request**\n\n{MarkdownText.Block(MessageText.Of(failure.Exchange.Request), "http")}");
        text.Append($"\n**Response**\n\n{MarkdownText.Block(MessageText.OfResponse(failure.Exchange), "http")}");
        if (failure.Exchange.MockResponse is { } mock)
        {
            text.Append($"\n**The mock's response**\n\n{MarkdownText.Block(MessageText.Of(mock), "http")}");
        }

        text.Append($"\n**Repeat it**\n\n{MarkdownText.Block(failure.Exchange.Curl, "sh")}\n</details>\n");
    }
}
