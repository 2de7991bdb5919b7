using System.Text;
using System.Text.RegularExpressions;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

public sealed partial class MarkdownReportTests
{
    [Fact]
    public void It_reads_like_a_report()
    {
        var report = Reports.Of(
            Reports.Check(Outcome.Failed, failures: Reports.Failure(otherCases: "fb_token-is-an-array")),
            Reports.Check(id: "status", operation: "deleteInstagramAccount"),
            Reports.Check(Outcome.NotExercised, id: "a", operation: "deleteInstagramAccount", reason: "no provider states"));

        Reports.Written(MarkdownReport.Write, report).ShouldBe(
            """
            ## ❌ Violates the contract

            **1 of 3 checks failed (1 passed, 1 not exercised); exercised: deleteInstagramAccount 1 of 2, createInstagramAccounts 1 of 1**

            Social accounts API 3.0.0 (`spec/openapi.yaml`) against `http://127.0.0.1:8081`: 1 request in 1.2 s.

            | Operation | Passed | Failed | Question | Undocumented | Blocked | Known | Not exercised |
            | :-- | --: | --: | --: | --: | --: | --: | --: |
            | **All** | 1 | **1** |  |  |  |  | 1 |
            | `createInstagramAccounts` |  | **1** |  |  |  |  |  |
            | `deleteInstagramAccount` | 1 |  |  |  |  |  | 1 |

            ### Failed

            #### facebook\_account\[fb\_token\]: Must be a String

            fb\_token is a string · `createInstagramAccounts` · `spec/openapi.yaml:112` · stated

            - **Expected:** the request is refused with 422
            - **Found:** the request was accepted with 200
            - **Also seen in:** `fb_token-is-an-array`

            <details><summary>Request, response and how to repeat it</summary>

            **Request**

            ```http
            POST /api/v3/instagram_accounts
            Authentication: Bearer (redacted)
            Content-Type: application/json

            {"facebook_account":{"fb_token":1,"fb_uid":"2"}}
            ```

            **Response**

            ```http
            200 OK
            Content-Type: application/json; charset=utf-8

            {"success":true}
            ```

            **Repeat it**

            ```sh
            curl -X POST "$CONTRACT_URL/api/v3/instagram_accounts" -H "Authentication: Bearer $CONTRACT_TOKEN" -d '{"facebook_account":{"fb_token":1,"fb_uid":"2"}}'
            ```

            </details>

            ### Not exercised

            *no request of this run tested it, for the reason given*

            - no provider states (1 check of deleteInstagramAccount)

            """);
    }

    [Theory]
    [MemberData(nameof(Hostile.Bodies), MemberType = typeof(Hostile))]
    public void A_hostile_response_is_only_text(string body)
    {
        var text = Reports.Written(MarkdownReport.Write, Hostile.Report(body));

        var markup = WithoutCode(text);
        MarkupTag().Matches(markup).Select(tag => tag.Value).ShouldBe(["<details>", "<summary>", "</summary>", "</details>"]);
        markup.Split('\n').Count(line => line.StartsWith('|')).ShouldBe(4);
        Hostile.ControlCharactersOf(text).ShouldBeEmpty();
    }

    [Fact]
    public void What_does_not_fit_is_left_out_whole_and_counted()
    {
        var checks = Enumerable.Range(0, 50)
            .Select(index => Reports.Check(Outcome.Failed, id: $"check{index}", failures: Reports.Failure()))
            .ToArray();

        var text = MarkdownReport.Render(Reports.Of(checks), limit: 10_000);

        Encoding.UTF8.GetByteCount(text).ShouldBeLessThan(10_300);
        var shown = text.Split("#### ").Length - 1;
        text.ShouldEndWith($"\n*{50 - shown} failed checks left out because the size of a summary is limited; see the other reports.*\n");
        text.Split("<details>").Length.ShouldBe(text.Split("</details>").Length);
    }

    /// <summary>What is neither in a fenced block (CommonMark 4.5) nor in a code span (6.1) nor escaped (2.4).</summary>
    private static string WithoutCode(string text)
    {
        var kept = new StringBuilder();
        string? fence = null;
        foreach (var line in text.Split('\n'))
        {
            var run = Fence().Match(line).Value;
            if (fence is not null)
            {
                fence = run.Length >= fence.Length && line.Trim() == run ? null : fence;
            }
            else if (run.Length >= 3)
            {
                fence = run;
            }
            else
            {
                kept.Append(CodeSpan().Replace(Escaped().Replace(line, ""), "")).Append('\n');
            }
        }

        fence.ShouldBeNull();
        return kept.ToString();
    }

    [GeneratedRegex("^`{3,}")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escaped();

    [GeneratedRegex("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex MarkupTag();
}
