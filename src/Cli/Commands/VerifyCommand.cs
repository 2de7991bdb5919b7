using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SocialApi.Contract.Model;
using SocialApi.Verification.Reporting;

namespace SocialApi.Cli.Commands;

/// <summary><c>social-contract verify</c>: tells which of the document's rules a server keeps and which it breaks.</summary>
internal static class VerifyCommand
{
    /// <summary>How long failures that are written to a baseline are known, unless somebody says otherwise. Days.</summary>
    private const int UsualDays = 30;

    public static Command Build(TextWriter output, TextWriter error)
    {
        var plan = new PlanOptionSet();
        var url = new Option<string?>("--url") { Description = "The server's base URL; else CONTRACT_URL.", HelpName = "URL", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CONTRACT_URL") is { Length: > 0 } given ? given : null };
        var tokens = new Option<string[]>("--token") { Description = "The token of callers, or of callers of a role (repeatable); else CONTRACT_TOKEN and CONTRACT_TOKEN_ROLE.", HelpName = "[ROLE=]TOKEN" };
        var headers = new Option<string[]>("--header") { Description = "A further header of every request (repeatable).", HelpName = "'Name: value'" };
        var gate = new Option<string>("--gate") { Description = "The least sure rules that fail; others are questions.", HelpName = "stated|shown|assumed", DefaultValueFactory = _ => "shown" };
        var baseline = new Option<string?>("--baseline") { Description = "A file of failures that are known until a day.", HelpName = "FILE" };
        var update = new Option<bool>("--update-baseline") { Description = "Write what fails now to the baseline; what stays keeps its day and note." };
        var until = new Option<string?>("--known-until") { Description = $"The last day of new entries in the baseline; else {UsualDays} days from today.", HelpName = "YYYY-MM-DD" };
        var reports = new Option<string[]>("--report") { Description = "Write a report (repeatable).", HelpName = "junit|html|json|sarif|markdown=FILE" };
        var timeout = new Option<double>("--timeout") { Description = "For one request, in seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => 10 };
        var limit = new Option<double>("--time-limit") { Description = "For the whole run, in seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => 300 };

        gate.AcceptOnlyFromAmong("stated", "shown", "assumed");
        HttpUrl.Check(url);
        Check(headers, text => text.IndexOf(':', StringComparison.Ordinal) > 0 ? null : "--header takes 'Name: value'; the colon is missing.");
        Check(reports, text => ReportRequest.Parse(text) is ReportRequestResult.Refused refused ? $"{refused.Message}." : null);
        Check(until, text => TryDay(text, out _) ? null : $"--known-until takes a day such as 2030-01-31; found '{text}'.");
        Seconds(timeout);
        Seconds(limit);

        var command = new Command("verify", "Tell which of the document's rules a server keeps and which it breaks.") { url };
        plan.AddTo(command);
        foreach (var option in (Option[])[tokens, headers, gate, baseline, update, until, reports, timeout, limit])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(url) is null)
            {
                result.AddError("verify needs the server's base URL: --url URL, or CONTRACT_URL.");
            }

            if (result.GetValue(update) && result.GetValue(baseline) is null)
            {
                result.AddError("--update-baseline needs --baseline FILE, the file to write.");
            }
        });
        command.SetAction((parsed, cancelled) => VerifyRun.RunAsync(
            new VerifySettings(
                parsed.GetValue(plan.Spec)!,
                new Uri(parsed.GetValue(url)!),
                plan.Read(parsed),
                parsed.GetValue(plan.ProviderStatesUrl) is { } states ? new Uri(states) : null,
                parsed.GetValue(tokens) ?? [],
                parsed.GetValue(headers) ?? [],
                Enum.Parse<RuleSource>(parsed.GetValue(gate)!, ignoreCase: true),
                parsed.GetValue(baseline),
                parsed.GetValue(update),
                TryDay(parsed.GetValue(until), out var day) ? day : Today.AddDays(UsualDays),
                [.. (parsed.GetValue(reports) ?? []).Select(ReportRequest.Parse).OfType<ReportRequestResult.Accepted>().Select(accepted => accepted.Request)],
                TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                TimeSpan.FromSeconds(parsed.GetValue(limit))),
            output,
            error,
            cancelled));
        return command;
    }

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static bool TryDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static void Check<T>(Option<T> option, Func<string, string?> fault) => option.Validators.Add(result =>
    {
        foreach (var sentence in result.Tokens.Select(token => fault(token.Value)).OfType<string>())
        {
            result.AddError(sentence);
        }
    });

    private static void Seconds(Option<double> option) => option.Validators.Add((OptionResult result) =>
    {
        if (result.Tokens is [var token] && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is <= 0 or > 86_400)
        {
            result.AddError($"{option.Name} takes seconds, more than 0 and at most 86400; found {token.Value}.");
        }
    });
}
