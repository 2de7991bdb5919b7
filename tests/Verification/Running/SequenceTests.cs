using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>What is seen only by several requests in order, on a document with every operation of one kind of thing.</summary>
public sealed class SequenceTests
{
    private static readonly VerificationPlan Plan = Verifying.PlanOf(ThingsServer.Document);

    [Fact]
    public async Task A_server_that_does_everything_right_conforms_and_is_left_empty()
    {
        var things = new ThingsServer();

        var report = await RunAsync(things);

        Verifying.Named(report).ShouldBeEmpty();
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        report.Result("createThing", CheckIds.ReadBack).Outcome.ShouldBe(Outcome.Passed);
        report.Result("createThing", CheckIds.Location).Outcome.ShouldBe(Outcome.Passed);
        report.Result("createThing", CheckIds.Refused).Outcome.ShouldBe(Outcome.Passed);
        report.Result("updateThing", CheckIds.Update).Outcome.ShouldBe(Outcome.Passed);
        report.Result("deleteThing", CheckIds.Delete).Outcome.ShouldBe(Outcome.Passed);
        things.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_delete_that_does_nothing_is_found() =>
        Verifying.Named(await RunAsync(new ThingsServer { DeleteDoesNothing = true })).ShouldBe([CheckIds.Delete]);

    [Fact]
    public async Task An_update_that_is_partial_is_found() =>
        Verifying.Named(await RunAsync(new ThingsServer { UpdateIsPartial = true })).ShouldBe([CheckIds.Update]);

    [Fact]
    public async Task A_location_that_leads_nowhere_is_found() =>
        Verifying.Named(await RunAsync(new ThingsServer { LocationLeadsNowhere = true })).ShouldBe([CheckIds.Location]);

    [Fact]
    public async Task A_location_on_another_host_is_not_followed_and_not_reported()
    {
        var report = await RunAsync(new ThingsServer { LocationLeadsElsewhere = true });

        Verifying.Named(report).ShouldBeEmpty();
        report.Result("createThing", CheckIds.Location).Outcome.ShouldBe(Outcome.NotExercised);
        report.Result("createThing", CheckIds.Location).Reason
            .ShouldBe("the response to the creation has no Location header below the base URL");
    }

    [Fact]
    public async Task What_is_created_and_not_there_is_found()
    {
        var named = Verifying.Named(await RunAsync(new ThingsServer { ForgetsWhatIsCreated = true }));

        named.ShouldContain(CheckIds.ReadBack);
    }

    [Fact]
    public async Task What_is_refused_and_yet_done_is_found() =>
        Verifying.Named(await RunAsync(new ThingsServer { KeepsWhatItRefuses = true })).ShouldBe([CheckIds.Refused]);

    [Fact]
    public async Task A_value_that_is_wrongly_refused_is_found_among_several_boundary_values()
    {
        var report = await RunAsync(new ThingsServer { RefusesColor = "green" });

        Verifying.Named(report).ShouldBe(["NewThing/color/enum"]);
        report.Result("createThing", "NewThing/color/enum").Failures.ShouldHaveSingleItem().Expected.ShouldContain("color is \"green\"");
    }

    private static Task<VerificationReport> RunAsync(ThingsServer things) => Verifying.RunAsync(Plan, things.RespondAsync);
}
