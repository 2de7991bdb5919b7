using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SocialContract.Cli.Options;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Commands;

/// <summary><c>social-contract verify</c>: tests which of the document's rules a server obeys and which it breaks.</summary>
internal static class VerifyCommand
{
    /// <summary>The days for which new entries of a baseline are valid by default.</summary>
    private const int DefaultDays = 30;

    private const string UrlVariable = "CONTRACT_URL";

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(5);

    public static Command Build(TextWriter output, TextWriter error, TimeProvider time)
    {
        var plan = new PlanOptionSet();
        var url = UrlOption.Create("--url", UrlVariable, "The server's base URL", TargetUrl.FaultOfBase);
        var tokens = TokenOption.Create();
        var basic = BasicOption.Create();
        var keys = ApiKeyOption.Create();
        var headers = HeaderOption.Create();
        var gate = ChoiceOption.Create(
            "--gate",
            "The checks that fail the run: stated ones; stated and shown ones; or all. The others become questions.",
            "shown",
            "stated", "shown", "assumed");
        var untested = new Option<string[]>("--allow-untested")
        {
            Description = "Operations that need not be tested for the run to conform; * matches any text (repeatable).",
            HelpName = "PATTERN",
        };
        var baseline = new Option<string?>("--baseline") { Description = "Known failures, each with its last day.", HelpName = "FILE" };
        var update = new Option<bool>("--update-baseline")
        {
            Description = "Write the current failures to the baseline; existing entries keep their day and note.",
        };
        var until = Until(time);
        var reports = ReportOption.Create();
        var timeout = SecondsOption.Create("--timeout", "The time limit of a request, in seconds. [default: 10]");
        var limit = SecondsOption.Create("--time-limit", "The time limit of the run, in seconds. [default: 300]");

        var command = new Command("verify", "Test which of the document's rules a server obeys.") { url };
        plan.AddTo(command);
        foreach (var option in (Option[])[
            tokens, basic, keys, headers, gate, untested, baseline, update, until, reports, timeout, limit])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (UrlOption.IsAbsent(result, url, UrlVariable))
            {
                result.AddError($"verify needs the server's base URL: --url URL, or {UrlVariable}.");
            }

            if (IsGiven(result, update) && !IsGiven(result, baseline))
            {
                result.AddError("--update-baseline needs --baseline FILE, the file to write.");
            }

            if (IsGiven(result, until) && !IsGiven(result, update))
            {
                result.AddError("--known-until needs --update-baseline, which writes the day.");
            }
        });
        command.SetAction((parsed, cancellationToken) => VerifyRun.RunAsync(
            new VerifySettings(
                plan.Document.Path(parsed),
                plan.Document.Loading(parsed),
                new Uri(parsed.GetValue(url)!),
                plan.Read(parsed),
                parsed.GetValue(plan.ProviderStatesUrl) is { } states ? new Uri(states) : null,
                parsed.GetValue(tokens) ?? [],
                parsed.GetValue(basic),
                parsed.GetValue(keys) ?? [],
                parsed.GetValue(headers) ?? [],
                Enum.Parse<RuleSource>(parsed.GetValue(gate)!, ignoreCase: true),
                parsed.GetValue(untested) ?? [],
                parsed.GetValue(baseline),
                parsed.GetValue(update),
                parsed.GetValue(until) ?? Today(time).AddDays(DefaultDays),
                parsed.GetValue(reports) ?? [],
                parsed.GetValue(timeout) ?? DefaultTimeout,
                parsed.GetValue(limit) ?? DefaultTimeLimit),
            output,
            error,
            time,
            cancellationToken));
        return command;
    }

    /// <summary>The day where the user is, which decides whether an entry of a baseline is still valid.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    private static Option<DateOnly?> Until(TimeProvider time) => new("--known-until")
    {
        Description = $"The last day of new entries in the baseline; by default {DefaultDays} days from today.",
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                result.AddError($"--known-until takes a day such as 2030-01-31; found '{text}'.");
            }
            else if (day < Today(time))
            {
                result.AddError($"--known-until takes today or a later day; {text} is in the past.");
            }

            return day;
        },
    };

    private static bool IsGiven(CommandResult command, Option option) => command.GetResult(option) is { Implicit: false };
}
