using Microsoft.AspNetCore.Builder;
using SocialContract.MockServer;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>The kit's own mock as the target: checks of what it cannot show are not concluded, for the mock alone.</summary>
public sealed class MockTargetTests
{
    [Fact]
    public async Task The_report_says_that_the_target_is_the_mock()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = Shipped.Path, Reload = false }, TestContext.Current.CancellationToken);

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, mock.Url);

        report.Notices.ShouldHaveSingleItem().ShouldStartWith("The target is this kit's mock of the document");
        report.Result("deleteInstagramAccount", CheckIds.Refused).Outcome.ShouldBe(Outcome.NotExercised);
    }

    [Fact]
    public async Task A_server_that_only_sends_the_mocks_header_is_judged_like_any_other()
    {
        // It takes any token, as the mock does.
        var report = await Verifying.ReferenceAsync(web => web.Use(async (context, next) =>
        {
            context.Response.Headers["X-Contract-Answer"] = "example";
            if (context.Request.Headers["Authentication"].ToString().StartsWith("Bearer ", StringComparison.Ordinal))
            {
                context.Request.Headers["Authentication"] = "Bearer user-token";
            }

            await next(context);
        }), states: false);

        report.Result("createInstagramAccounts", "createInstagramAccounts/security").Outcome.ShouldBe(Outcome.Failed);
        report.Result("createFacebookPages", "createFacebookPages/security").Outcome.ShouldBe(Outcome.Failed);
    }
}
