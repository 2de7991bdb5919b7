using System.Runtime.InteropServices;
using SocialContract.MockServer.Tests.Secrets;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Tests.Secrets;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Cli.Tests.Secrets;

/// <summary>What real processes print and write. The tests of the reports try the secret in every form.</summary>
public sealed class CommandOutputsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contract-kit");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task A_mock_prints_no_secret(string log)
    {
        const string Token = "Tok3n93f7c2d8";
        var document = Write("mock.yaml", SecretRequest.Document);
        await using var mock = RunningCommand.Start(["mock", "--spec", document, "--port", "0", "--log", log, "--token", Token]);
        var url = await mock.Url;
        using var client = new HttpClient();

        foreach (var request in SecretRequest.All)
        {
            using var response = await client.SendAsync(request.ToMessage(url), TestContext.Current.CancellationToken);
        }

        using var echoed = await client.GetAsync(new Uri(url, $"/search?page={Token}&n={Token}"), TestContext.Current.CancellationToken);
        mock.Signal(PosixSignal.SIGTERM);
        var (exit, output, error) = await mock.EndAsync();

        exit.ShouldBe(0);
        output.Split('\n').Length.ShouldBeGreaterThan(SecretRequest.All.Count);
        foreach (var text in new[] { output, error })
        {
            text.ShouldNotContain(SecretRequest.Value, Case.Insensitive);
            text.ShouldNotContain(Token, Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("a member, JSON-escaped")]
    [InlineData("a redirect, percent-encoded in lower case")]
    [InlineData("a generated secret beside its copy")]
    public async Task A_verification_prints_and_writes_no_secret(string form)
    {
        var echo = EchoedSecret.All.Single(echo => echo.Form == form);
        await using var server = await Server.StartAsync(context => echo.Respond(context, EchoedSecret.TokenOf(context)));
        var reports = Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant()).ToList();
        string[] arguments =
        [
            "verify", "--spec", Write("verify.yaml", EchoedSecret.Document), "--url", $"{server.Url}", "--token", EchoedSecret.Token,
            "--gate", "assumed", "--baseline", PathOf("known.yaml"), "--update-baseline",
            .. reports.SelectMany(name => new[] { "--report", $"{name}={PathOf(name)}" }),
        ];
        var environment = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" };

        await using var command = RunningCommand.Start(arguments, environment: environment);
        var (_, output, error) = await command.EndAsync();

        var files = reports.Append("known.yaml").Select(PathOf).Where(File.Exists).Select(File.ReadAllText).ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(reports.Count);
        foreach (var text in files.Concat([output, error]))
        {
            HiddenSecrets.AssertIn("an output of the command", text);
        }

        output.ShouldContain("::");
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }
}
