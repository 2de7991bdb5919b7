using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>What is seen of children of created resources, and of requests that are refused and yet done.</summary>
public sealed class NestedSequenceTests
{
    private static readonly VerificationPlan Plan = Verifying.PlanOf(PostsServer.Document);

    [Fact]
    public async Task A_server_that_does_everything_right_conforms_and_is_left_empty()
    {
        var posts = new PostsServer();

        var report = await RunAsync(posts);

        Verifying.Named(report).ShouldBeEmpty();
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        report.Checks.Where(check => check.Outcome is Outcome.Blocked or Outcome.Undocumented).ShouldBeEmpty();
        report.Result("createPost", CheckIds.ReadBack).Outcome.ShouldBe(Outcome.Passed);
        report.Result("createPost", CheckIds.Location).Outcome.ShouldBe(Outcome.Passed);
        report.Result("createPost", CheckIds.Refused).Outcome.ShouldBe(Outcome.Passed);
        report.Result("updatePost", CheckIds.Update).Outcome.ShouldBe(Outcome.Passed);
        report.Result("updatePost", CheckIds.Refused).Outcome.ShouldBe(Outcome.Passed);
        report.Result("deletePost", CheckIds.Delete).Outcome.ShouldBe(Outcome.Passed);
        report.Result("deletePost", CheckIds.Refused).Outcome.ShouldBe(Outcome.Passed);
        report.Result("deleteUser", CheckIds.Children).Outcome.ShouldBe(Outcome.Passed);
        posts.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Children_are_deleted_before_their_parents()
    {
        var posts = new PostsServer { RefusesToDeleteUsersWithPosts = true };

        var report = await RunAsync(posts);

        Verifying.Named(report).ShouldBeEmpty();
        posts.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_nested_delete_that_does_nothing_is_found() =>
        (await NamedAsync(new PostsServer { DeletingPostsDoesNothing = true })).ShouldBe([$"deletePost {CheckIds.Delete}"]);

    [Fact]
    public async Task A_nested_location_that_leads_nowhere_is_found() =>
        (await NamedAsync(new PostsServer { LocationLeadsNowhere = true })).ShouldBe([$"createPost {CheckIds.Location}"]);

    [Fact]
    public async Task A_nested_update_that_is_partial_is_found() =>
        (await NamedAsync(new PostsServer { UpdateIsPartial = true })).ShouldBe([$"updatePost {CheckIds.Update}"]);

    [Fact]
    public async Task A_nested_thing_that_is_forgotten_is_found() =>
        (await NamedAsync(new PostsServer { ForgetsPosts = true })).ShouldContain($"createPost {CheckIds.ReadBack}");

    [Fact]
    public async Task A_post_that_survives_its_user_is_a_question()
    {
        var report = await RunAsync(new PostsServer { PostsSurviveTheirUser = true });

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        report.Result("deleteUser", CheckIds.Children).Outcome.ShouldBe(Outcome.Question);
        Verifying.Named(report).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_update_that_is_refused_and_yet_done_is_found()
    {
        var report = await RunAsync(new PostsServer { UpdatesWhatItRefuses = true });

        Named(report).ShouldBe([$"updatePost {CheckIds.Refused}"]);
        report.Result("updatePost", CheckIds.Refused).Failures.ShouldHaveSingleItem().Found
            .ShouldBe("title is what updatePost/sequence/refused-update/2 sent, though it was refused with 422.");
    }

    [Fact]
    public async Task An_update_that_is_done_without_a_token_is_found()
    {
        var report = await RunAsync(new PostsServer { UpdatesForStrangers = true });

        Named(report).ShouldBe([$"updatePost {CheckIds.Refused}"]);
        report.Result("updatePost", CheckIds.Refused).Failures.ShouldHaveSingleItem().Found
            .ShouldBe("title is what updatePost/sequence/refused-update/missing sent, though it was refused with 401.");
    }

    [Fact]
    public async Task A_deletion_that_is_refused_and_yet_done_is_found() =>
        (await NamedAsync(new PostsServer { DeletesForStrangers = true })).ShouldContain($"deletePost {CheckIds.Refused}");

    [Fact]
    public async Task A_nested_creation_that_is_refused_and_yet_done_is_found() =>
        (await NamedAsync(new PostsServer { KeepsWhatItRefuses = true })).ShouldBe([$"createPost {CheckIds.Refused}"]);

    private static async Task<IReadOnlyList<string>> NamedAsync(PostsServer posts) => Named(await RunAsync(posts));

    private static List<string> Named(VerificationReport report) =>
        [.. report.Checks.Where(check => check.Outcome is Outcome.Failed or Outcome.Question)
            .Select(check => $"{check.Operation} {check.Id}")];

    private static Task<VerificationReport> RunAsync(PostsServer posts) => Verifying.RunAsync(Plan, posts.RespondAsync);
}
