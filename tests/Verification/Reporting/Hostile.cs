using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

/// <summary>Responses of a server that attacks whoever reads the report.</summary>
internal static class Hostile
{
    public static TheoryData<string> Bodies { get; } =
    [
        "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
        "]]></failure></testcase><testcase name='x'/>",
        "\u001b]0;owned\u0007\u001b[2J\u001b[31mred\u009b31m",
        "one\n::error file=a,line=1::injected\n##vso[task.setvariable variable=a]b\n::stop-commands::x",
        "````\n</details>\n| a | b |\n<b>bold</b>\n````",
        "left \u202E right \u2066 isolate \uFEFF mark",
        "lone \uD800 surrogate and \uFFFE and \0 zero",
        "{\"a\":\"\\\"; DROP TABLE accounts; --\", 'b': \"%0A\"}\r\nsecond\rthird",
    ];

    /// <summary>A failed check with that text wherever a server's text can get.</summary>
    public static VerificationReport Report(string body)
    {
        var exchange = Reports.Exchange(body: body) with
        {
            Response = Reports.Response(200, body, [new("X-Header", body), new(body, "value")], body),
            MockResponse = Reports.Response(422, "Unprocessable Content", [], body),
        };
        var failure = new Failure(exchange, "the request is refused with 422", $"it was accepted with {body}", [body]);
        var check = Reports.Check(
            Outcome.Failed,
            failures: failure,
            statement: body,
            id: body,
            operation: body,
            reason: body) with { DocumentedName = body, Sentence = body };
        return Reports.Of(check) with { Exchanges = [exchange], Title = body, Reason = body, Target = body };
    }

    /// <summary>Every character that a terminal, an editor or a parser might obey; not line feeds and tabs.</summary>
    public static IEnumerable<char> ControlCharactersOf(string text) =>
        text.Where(letter =>
            (char.IsControl(letter) && letter is not ('\n' or '\t'))
                || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFD');
}
