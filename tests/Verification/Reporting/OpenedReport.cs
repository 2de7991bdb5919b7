using Microsoft.Playwright;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

/// <summary>
/// A report opened in a browser from a file, as somebody opens it who downloaded it from CI. Notes whatever the page asks for or complains
/// of.
/// </summary>
internal sealed class OpenedReport : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;

    private OpenedReport(IBrowserContext context, IPage page, string file) => (_context, Page, _file) = (context, page, file);

    public IPage Page { get; }

    /// <summary>Requests other than the one for the page itself.</summary>
    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    public static async Task<OpenedReport> Open(IBrowser browser, VerificationReport report, BrowserNewContextOptions? options = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.html");
        await File.WriteAllTextAsync(file, Reports.Written(HtmlReport.Write, report));
        var context = await browser.NewContextAsync(options);
        var opened = new OpenedReport(context, await context.NewPageAsync(), file);
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

    /// <summary>The statements of the rules that can be seen.</summary>
    public async Task<int> VisibleRules() => await Page.Locator("tbody.rule:visible").CountAsync();

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        File.Delete(_file);
    }
}
