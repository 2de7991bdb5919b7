using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Verification.Baselines;

namespace SocialContract.Verification.Tests.Baselines;

public sealed class BaselineLoaderTests
{
    private static readonly CheckIndex Checks = new(
    [
        ("FacebookAccount/fb_token/type", "createInstagramAccounts"),
        ("FacebookAccount/fb_token/type", "createFacebookPages"),
        ("deleteInstagramAccount/status", "deleteInstagramAccount"),
        ("check/children-deleted", "deleteInstagramAccount"),
    ]);

    [Fact]
    public void An_entry_has_a_rule_an_operation_a_day_and_a_note() =>
        Loaded("""
            # why this is here
            known:
              - rule: FacebookAccount/fb_token/type
                operation: createInstagramAccounts
                until: 2027-01-31
                note: "TEAM-412: the gem is updated in January"
              - { rule: deleteInstagramAccount/status, operation: deleteInstagramAccount, until: 2027-02-28 }
            """).Entries.ShouldBe(
            [
                new BaselineEntry("FacebookAccount/fb_token/type", "createInstagramAccounts", new DateOnly(
                    2027, 1, 31), "TEAM-412: the gem is updated in January"),
                new BaselineEntry("deleteInstagramAccount/status", "deleteInstagramAccount", new DateOnly(2027, 2, 28), ""),
            ]);

    [Fact]
    public void A_former_id_is_read_as_the_current_one() =>
        Loaded("""
            known: [ { rule: check/what-is-beneath-is-gone, operation: deleteInstagramAccount, until: 2027-02-28 } ]
            """).Entries.ShouldHaveSingleItem().Check.ShouldBe("check/children-deleted");

    [Fact]
    public void A_baseline_may_be_JSON() =>
        Loaded(
            """{"known":[{"rule":"deleteInstagramAccount/status","operation":"deleteInstagramAccount","until":"2027-02-28","note":""}]}""")
            .Entries.Count.ShouldBe(1);

    [Theory]
    [InlineData("known: []")]
    [InlineData("known:")]
    public void A_baseline_may_be_empty(string text) => Loaded(text).Entries.ShouldBeEmpty();

    [Fact]
    public void Every_fault_is_named_with_its_place_and_the_nearest_name() =>
        Rejected("""
            known:
              - rule: FacebookAccount/fb_tokn/type
                operation: createInstagramAccounts
                until: 2027-01-31
              - rule: FacebookAccount/fb_token/type
                operation: createFacebookPage
                until: 31.1.2027
                notes: later
              - rule: deleteInstagramAccount/status
                until: 2027-02-30
              - just a text
            """).ShouldBe(
            [
                "known.yaml:2 baseline.unknown-rule: there is no check FacebookAccount/fb_tokn/type; did you mean "
                + "FacebookAccount/fb_token/type?",
                "known.yaml:6 baseline.unknown-operation: the check FacebookAccount/fb_token/type does not belong to the operation "
                + "createFacebookPage; did you mean createFacebookPages?",
                "known.yaml:7 baseline.date: expected a day such as 2027-01-31, found 31.1.2027",
                "known.yaml:8 baseline.unknown-key: there is no 'notes' here; expected rule, operation, until, note; did you mean note?",
                "known.yaml:9 baseline.missing-key: 'operation' is missing",
                "known.yaml:10 baseline.date: expected a day such as 2027-01-31, found 2027-02-30",
                "known.yaml:11 baseline.shape: expected an entry with rule, operation and until, found a text",
            ]);

    [Fact]
    public void An_entry_twice_is_a_fault() =>
        Rejected("""
            known:
              - { rule: deleteInstagramAccount/status, operation: deleteInstagramAccount, until: 2027-02-28 }
              - { rule: deleteInstagramAccount/status, operation: deleteInstagramAccount, until: 2027-03-31 }
            """).ShouldBe(["known.yaml:3 baseline.twice: deleteInstagramAccount/status of deleteInstagramAccount is listed already in line 2"]);

    [Theory]
    [InlineData("- a", "known.yaml:1 baseline.shape: expected an object with the list 'known', found a list")]
    [InlineData("know: []", "known.yaml:1 baseline.unknown-key: there is no 'know' here; expected known; did you mean known?")]
    [InlineData("known: soon", "known.yaml:1 baseline.shape: expected 'known' to be a list, found a text")]
    [InlineData(
        "known:\n  - rule: 12\n    operation: a\n    until: ''",
        "known.yaml:2 baseline.shape: expected 'rule' to be a text, found a number")]
    public void A_file_that_is_not_a_baseline_is_refused(string text, string fault) => Rejected(text).ShouldContain(fault);

    [Theory]
    [InlineData("known: [", "file.syntax")]
    [InlineData("", "file.empty")]
    public void Text_that_cannot_be_read_is_refused(string text, string code) =>
        Read(text, Checks).ShouldBeOfType<BaselineLoadResult.Rejected>().Errors[0].Code.ShouldBe(code);

    [Fact]
    public void A_missing_file_is_reported() =>
        BaselineLoader.Load("nowhere/known.yaml", Checks).ShouldBeOfType<BaselineLoadResult.Rejected>().Errors.ShouldHaveSingleItem()
            .Message.ShouldBe("there is no such file");

    [Fact]
    public void Unknown_checks_are_accepted_where_the_file_is_about_to_be_rewritten() =>
        Read("known: [{ rule: gone, operation: gone, until: 2027-02-28 }]", checks: null)
            .ShouldBeOfType<BaselineLoadResult.Loaded>().Baseline.Entries.Count.ShouldBe(1);

    private static BaselineLoadResult Read(string text, CheckIndex? checks) =>
        BaselineLoader.Read("known.yaml", Encoding.UTF8.GetBytes(text), checks);

    private static Baseline Loaded(string text) => Read(text, Checks).ShouldBeOfType<BaselineLoadResult.Loaded>().Baseline;

    private static List<string> Rejected(string text) =>
    [
        .. Read(text, Checks).ShouldBeOfType<BaselineLoadResult.Rejected>().Errors.Select(Line),
    ];

    private static string Line(Diagnostic diagnostic) =>
        $"{diagnostic.Position.File}:{diagnostic.Position.Line} {diagnostic.Code}: {diagnostic.Message}";
}
