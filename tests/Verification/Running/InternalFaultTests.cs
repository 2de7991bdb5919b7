using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>A fault of the kit itself costs the case or operation at hand, and the run was not complete.</summary>
public sealed class InternalFaultTests
{
    private const string Note = """{"id":1}""";

    private static readonly CheckKey Check = Notes.Check(CheckIds.Plain, Notes.Read);

    [Fact]
    public async Task A_case_that_cannot_be_sent_is_the_kits_fault()
    {
        var report = await RunAsync(Broken(testCase => testCase with { Request = new(testCase.Method, ":99999999/") }));

        AssertIncomplete(report, "while sending readNote/broken (UriFormatException in Transport.");
        report.Checks.ShouldContain(check => check.Outcome == Outcome.Passed && check.Operation == "createNote");
    }

    [Fact]
    public async Task A_response_that_cannot_be_judged_is_the_kits_fault()
    {
        // A refusal needs the stage at which it is refused.
        var report = await RunAsync(Broken(testCase => testCase with { Expectation = CaseExpectation.Refused, Stage = null }));

        AssertIncomplete(report, "while judging readNote/broken (InvalidOperationException in CaseJudge.");
        report.Checks.ShouldContain(check => check.Outcome == Outcome.Passed && check.Operation == "createNote");
    }

    [Fact]
    public async Task Progress_that_cannot_be_shown_stops_nothing()
    {
        var report = await RunAsync(Notes.Plan, options => options with
        {
            Progress = (_, _, _) => throw new InvalidOperationException("No\n terminal."),
        });

        AssertIncomplete(report, "while showing the progress (InvalidOperationException");
        report.Reason.ShouldContain(": No terminal), and ");
        report.Exchanges.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_mock_that_does_not_start_leaves_the_verdicts()
    {
        var report = await RunAsync(Notes.Plan, options => options with
        {
            Mock = _ => throw new InvalidOperationException("No port."),
        });

        AssertIncomplete(report, "while sending failed requests to the mock (InvalidOperationException");
        report.Count(Outcome.Failed).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_plan_with_a_fault_is_not_complete()
    {
        var report = await RunAsync(Notes.Plan with { Faults = ["the kit itself failed while planning createNote (…)"] });

        AssertIncomplete(report, "while planning createNote (…)");
    }

    private static void AssertIncomplete(VerificationReport report, string fault)
    {
        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldStartWith("Not everything was tested, and the server is not the cause: the kit itself failed ");
        report.Reason.ShouldContain(fault);
    }

    private static VerificationPlan Broken(Func<ContractCase, ContractCase> change) => Notes.Plan with
    {
        Operations = OperationRequests.ById(Notes.Plan.Operations.Values.Select(operation => operation.Operation != Notes.Read
            ? operation
            : operation with
            {
                Cases = [.. operation.Cases, change(Notes.Case(CaseExpectation.Accepted, null, "readNote/broken", Notes.Read, Check))],
            })),
    };

    private static async Task<VerificationReport> RunAsync(
        VerificationPlan plan, Func<RunOptions, RunOptions>? with = null)
    {
        await using var server = await Server.StartAsync(context => Server.JsonAsync(
            context, context.Request.Method == "POST" ? 201 : 200, Note));
        return await Verifying.RunAsync(plan, server.Url, with: with);
    }
}
