using Microsoft.Playwright;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

/// <summary>The page of the sample report as it behaves in a browser.</summary>
public sealed class HtmlReportBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly BrowserNewContextOptions WithoutScript = new() { JavaScriptEnabled = false };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_ticked_outcome_hides_the_others(bool script)
    {
        await using var report = await Open(script);

        await Tick(report, "Failed");

        (await report.VisibleChecks()).ShouldBe(Checks(check => check.Outcome == Outcome.Failed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_groups_narrow_each_other(bool script)
    {
        await using var report = await Open(script);

        await Tick(report, "Passed");
        await Tick(report, "Assumed");

        (await report.VisibleChecks()).ShouldBe(Checks(check => check is { Outcome: Outcome.Passed, Source: RuleSource.Assumed }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_operation_hides_the_others(bool script)
    {
        await using var report = await Open(script);

        await report.Page.GetByLabel("Operation", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("createFacebookPages");

        (await report.VisibleChecks()).ShouldBe(Checks(check => check.Operation == "createFacebookPages"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Show_all_shows_all(bool script)
    {
        await using var report = await Open(script);
        await Tick(report, "Failed");

        await report.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show all" }).ClickAsync();

        await Assertions.Expect(report.Page.Locator("tbody.check:visible")).ToHaveCountAsync(Checks(_ => true).Count);
    }

    [Fact]
    public async Task Text_finds_names_sentences_and_what_was_found_and_the_number_is_shown()
    {
        await using var report = await Open();

        await report.Page.GetByLabel("Text").FillAsync("ACCEPTED must be a string");

        var found = (await report.VisibleChecks()).ShouldHaveSingleItem();
        found.Id.ShouldBe("FacebookAccount/fb_token/type");
        (await report.Page.GetByRole(AriaRole.Status).TextContentAsync()).ShouldBe($"1 of {Checks(_ => true).Count} checks");
        (await report.Page.Locator("section.operation:visible h2").AllTextContentsAsync()).ShouldBe(["createInstagramAccounts 14 checks"]);
    }

    [Fact]
    public async Task Without_script_the_text_that_needs_it_is_not_offered()
    {
        await using var report = await Open(script: false);

        (await report.Page.GetByLabel("Text").IsVisibleAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exchange_unfolds(bool script)
    {
        await using var report = await Open(script);
        var command = report.Page.Locator("tbody.failed pre.command").First;
        (await command.IsVisibleAsync()).ShouldBeFalse();

        await report.Page.Locator("tbody.failed .failure summary").First.ClickAsync();

        (await command.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_to_a_check_that_is_filtered_away_shows_it_again()
    {
        await using var report = await Open();
        await Tick(report, "Passed");

        await report.Page.Locator(".failed-list a").First.ClickAsync();

        await Assertions.Expect(report.Page.Locator("tbody.failed pre.command").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task A_phone_need_not_scroll_sideways_even_with_everything_unfolded(int width, ColorScheme scheme)
    {
        await using var report = await Open(
            options: new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 844 },
                ColorScheme = scheme,
            });

        await report.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        (await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(width);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_contrasts_with_its_ground_as_WCAG_AA_asks(ColorScheme scheme)
    {
        await using var report = await Open(options: new BrowserNewContextOptions { ColorScheme = scheme });

        var faint = await report.Page.EvaluateAsync<string[]>(Contrast.FaintTexts);

        faint.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_can_be_used_from_the_keyboard()
    {
        await using var report = await Open();

        await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Enter");
        await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Space");

        (await report.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("outcome-passed");
        (await report.VisibleChecks()).ShouldBe(Checks(check => check.Outcome == Outcome.Passed));
    }

    [Fact]
    public async Task It_requests_nothing_and_complains_about_nothing()
    {
        await using var report = await Open();

        await Tick(report, "Failed");
        await report.Page.Locator(".failed-list a").First.ClickAsync();
        await report.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        report.Requests.ShouldBeEmpty();
        report.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hostile_responses_run_nothing()
    {
        await using var report = await OpenedReport.Open(
            chromium.Browser, Hostile.Report(string.Join('\n', Hostile.Bodies.Select(body => body.Data))));

        report.Requests.ShouldBeEmpty();
        report.Complaints.ShouldBeEmpty();
    }

    private static IReadOnlyList<CheckResult> Checks(Func<CheckResult, bool> condition) => [.. SampleReport.Report.Checks.Where(condition)];

    private static Task Tick(OpenedReport report, string box) =>
        report.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = box }).CheckAsync();

    private Task<OpenedReport> Open(bool script = true, BrowserNewContextOptions? options = null) =>
        OpenedReport.Open(chromium.Browser, SampleReport.Report, script ? options : WithoutScript);
}
