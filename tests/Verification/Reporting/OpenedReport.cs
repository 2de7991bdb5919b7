using System.Globalization;
using Microsoft.Playwright;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

/// <summary>
/// A report opened in a browser from a file, like one downloaded from CI. Notes whatever the page requests or complains about.
/// </summary>
internal sealed class OpenedReport : IAsyncDisposable
{
    private readonly VerificationReport _report;
    private readonly IBrowserContext _context;
    private readonly string _file;

    private OpenedReport(VerificationReport report, IBrowserContext context, IPage page, string file) =>
        (_report, _context, Page, _file) = (report, context, page, file);

    public IPage Page { get; }

    /// <summary>Requests other than the one for the page itself.</summary>
    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    public static async Task<OpenedReport> Open(IBrowser browser, VerificationReport report, BrowserNewContextOptions? options = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.html");
        await File.WriteAllTextAsync(file, Reports.Written(HtmlReport.Write, report));
        var context = await browser.NewContextAsync(options);
        var opened = new OpenedReport(report, context, await context.NewPageAsync(), file);
        var address = new Uri(file).AbsoluteUri;
        opened.Page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                opened.Requests.Add(request.Url);
            }
        };
        opened.Page.Console += (_, message) => opened.Complaints.Add($"{message.Type}: {message.Text}");
        opened.Page.PageError += (_, error) => opened.Complaints.Add(error);
        await opened.Page.GotoAsync(address);
        return opened;
    }

    /// <summary>The checks that are visible now.</summary>
    public async Task<IReadOnlyList<CheckResult>> VisibleChecks()
    {
        var anchors = await Page.Locator("tbody.check:visible").EvaluateAllAsync<string[]>("checks => checks.map(check => check.id)");
        return [.. anchors.Select(anchor => _report.Checks[int.Parse(anchor["check-".Length..], CultureInfo.InvariantCulture) - 1])];
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        File.Delete(_file);
    }
}
