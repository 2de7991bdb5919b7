using SocialContract.Verification.Judging;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>Whether a server can be the API at all.</summary>
public sealed class PreflightTests
{
    [Fact]
    public void A_run_goes_on_without_first_responses() => Reason().ShouldBeNull();

    [Theory]
    [InlineData(FaultKind.Unreachable, "http://api.test/v1 cannot be reached: the fault.")]
    [InlineData(FaultKind.TimeOver, "The run's time was over before http://api.test/v1 responded.")]
    [InlineData(FaultKind.TimedOut, "http://api.test/v1 does not respond: the fault.")]
    [InlineData(FaultKind.Endless, "http://api.test/v1 sends a response without an end: the fault.")]
    [InlineData(FaultKind.Closed, "http://api.test/v1 gives no response: the fault.")]
    internal void A_server_that_never_answers_is_reported_with_the_fault(FaultKind fault, string reason) =>
        Reason(SendResult.NotSent(fault, "the fault"), SendResult.NotSent(fault, "the fault")).ShouldBe(reason);

    [Fact]
    public void One_fault_among_responses_does_not_stop_the_run() =>
        Reason(SendResult.NotSent(FaultKind.TimedOut, "the fault"), Notes.Result(201)).ShouldBeNull();

    [Fact]
    public void A_token_that_is_never_accepted_is_reported() =>
        Reason(Notes.Result(401), Notes.Result(403)).ShouldBe("Every request was refused with 401: the token given is not accepted.");

    [Fact]
    public void A_missing_token_is_asked_for() => Of(missingToken: "give one in a letter", Notes.Result(401)).ShouldBe(
        "Every request was refused with 401, and no token was given: give one in a letter.");

    [Theory]
    [InlineData(200, "http://api.test/v1 responds with HTML pages: it does not seem to be the API's base URL.")]
    [InlineData(500, null)]
    public void Pages_are_another_server_unless_it_only_fails(int status, string? reason) =>
        Reason(Notes.Result(status, "<p>", "Content-Type: text/html; charset=utf-8")).ShouldBe(reason);

    [Fact]
    public void A_server_that_knows_no_path_is_another_one() => Reason(Notes.Result(404), Notes.Result(404))
        .ShouldBe("Every request got 404: http://api.test/v1 does not seem to be the API's base URL.");

    [Fact]
    public void A_server_that_knows_one_path_is_tested() => Reason(Notes.Result(404), Notes.Result(201)).ShouldBeNull();

    [Fact]
    public void A_server_that_redirects_everything_is_another_one() =>
        Reason(Notes.Result(301, "", "Location: https://api.test/")).ShouldBe(
            "Every request is redirected to https://api.test/, which is not followed: "
            + "http://api.test/v1 does not seem to be the API's base URL.");

    private static string? Reason(params SendResult[] results) => Of(missingToken: null, results);

    private static string? Of(string? missingToken, params SendResult[] results) => Preflight.Reason(
        new Uri("http://api.test/v1?x=1"), missingToken, [.. results.Select(result => (Notes.Create, result))]);
}
