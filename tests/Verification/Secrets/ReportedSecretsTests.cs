using System.Reflection;
using System.Text;
using SocialContract.Contract;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Reading;
using SocialContract.Verification.Baselines;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Secrets;

/// <summary>Every output of a run, for a secret that a server shows in every form.</summary>
public sealed class ReportedSecretsTests
{
    private static readonly ContractDescription Api =
        ((LoadResult.Loaded)ContractLoader.LoadText(EchoedSecret.Document, "secrets.yaml")).Api;

    /// <summary>Everything that writes a report or a file of a run, by the name of its type.</summary>
    private static readonly Dictionary<string, Func<VerificationReport, string>> Outputs = new(StringComparer.Ordinal)
    {
        [nameof(JUnitReport)] = report => Written(output => JUnitReport.Write(report, output)),
        [nameof(HtmlReport)] = report => Written(output => HtmlReport.Write(report, output)),
        [nameof(JsonReport)] = report => Written(output => JsonReport.Write(report, output)),
        [nameof(SarifReport)] = report => Written(output => SarifReport.Write(report, output)),
        [nameof(MarkdownReport)] = report => Written(output => MarkdownReport.Write(report, output)),
        [nameof(GitHubAnnotations)] = Annotations,
        [nameof(BaselineWriter)] = Baselines,
        [nameof(ReportWriter)] = report => string.Concat(
            Enum.GetValues<ReportFormat>().Select(format => Written(output => ReportWriter.Write(report, format, output)))),
    };

    public static TheoryData<string> Forms => [.. EchoedSecret.All.Select(echo => echo.Form)];

    [Theory, MemberData(nameof(Forms))]
    public async Task A_secret_is_in_no_output(string form)
    {
        var echo = EchoedSecret.All.Single(echo => echo.Form == form);
        await using var server = await Server.StartAsync(context => echo.Respond(context, EchoedSecret.TokenOf(context)));

        var report = await VerificationRunner.RunAsync(
            CasePlanner.Plan(Api, new PlanOptions()),
            new RunOptions { Url = server.Url, Tokens = [new("", EchoedSecret.Token)], Gate = RuleSource.Assumed },
            TestContext.Current.CancellationToken);

        report.Exchanges.ShouldNotBeEmpty();
        foreach (var (name, write) in Outputs)
        {
            HiddenSecrets.AssertIn(name, write(report));
        }

        foreach (var text in Texts(report))
        {
            HiddenSecrets.AssertIn("the report", text);
        }
    }

    [Fact]
    public async Task What_a_server_shows_beside_a_secret_stays()
    {
        await using var server = await Server.StartAsync(context => Server.JsonAsync(
            context, 200, $$"""{"name":"beside {{EchoedSecret.TokenOf(context)}} it","session":"users"}"""));

        var report = await VerificationRunner.RunAsync(
            CasePlanner.Plan(Api, new PlanOptions()),
            new RunOptions { Url = server.Url, Tokens = [new("", EchoedSecret.Token), new("admin", "user")] },
            TestContext.Current.CancellationToken);

        var response = report.Exchanges.First(exchange => exchange.Response!.Body.Length > 30).Response!;
        Encoding.UTF8.GetString(response.Body.Span).ShouldBe("""{"name":"beside (redacted) it","session":"users"}""");
    }

    [Fact]
    public void Every_type_that_writes_a_report_is_tested() => typeof(ReportWriter).Assembly.GetTypes()
        .Where(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Any(method => method.GetParameters().Any(parameter => IsOutput(parameter, method))))
        .Select(type => type.Name)
        .ShouldBe(
            [.. Outputs.Keys, nameof(PlanListing), "VerificationJson", "HtmlTemplates"],
            ignoreOrder: true,
            "a type writes what no test looks into for secrets");

    /// <summary>A stream, a writer, or the path of a file that is written.</summary>
    private static bool IsOutput(ParameterInfo parameter, MethodInfo method) =>
        parameter.ParameterType == typeof(Stream) || parameter.ParameterType == typeof(TextWriter)
        || (parameter.ParameterType == typeof(string) && method.Name.StartsWith("Write", StringComparison.Ordinal));

    private static string Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Annotations(VerificationReport report)
    {
        using var output = new StringWriter();
        GitHubAnnotations.Write(report, output, null, ".");
        return output.ToString();
    }

    private static string Baselines(VerificationReport report)
    {
        var folder = Directory.CreateTempSubdirectory("contract-kit");
        try
        {
            var until = new DateOnly(2030, 1, 31);
            var known = BaselineUpdate.Make(report, Baseline.Empty, until);
            var written = new[] { "known.yaml", "known.json" }.Select(name =>
            {
                var path = Path.Combine(folder.FullName, name);
                BaselineWriter.Write(known, path).ShouldBeNull();
                return File.ReadAllText(path);
            });
            return string.Concat(written) + Written(output => JsonReport.Write(BaselineFilter.Apply(report, known, until), output));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Texts(VerificationReport report) =>
    [
        report.Target,
        report.Reason,
        .. report.Notices,
        .. report.Checks.Select(check => check.Reason),
        .. report.Checks.SelectMany(check => check.Failures).SelectMany(failure => new[] { failure.Expected, failure.Found }),
        .. report.Exchanges.SelectMany(exchange => new[]
        {
            exchange.Curl,
            exchange.Request.Target,
            exchange.Fault ?? "",
            exchange.Response?.Reason ?? "",
            string.Join('\n', exchange.Response?.Headers.Select(line => $"{line.Key}: {line.Value}") ?? []),
            Encoding.Latin1.GetString((exchange.Response?.Body ?? default).Span),
        }),
    ];
}
