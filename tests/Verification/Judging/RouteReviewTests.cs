using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>What all responses to an operation show together.</summary>
public sealed class RouteReviewTests
{
    private static readonly CheckKey Route = Notes.Check(CheckIds.Route);
    private static readonly CheckKey Plain = Notes.Check(CheckIds.Plain);
    private static readonly CheckKey Length = Notes.Check("createNote/body/text/maxLength");

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public void An_operation_that_is_never_found_breaks_its_route_and_blocks_everything_else(int status) =>
        Review([], status, status).ShouldBe([(Route, EvidenceKind.Broken), (Plain, EvidenceKind.Blocked), (Length, EvidenceKind.Blocked)]);

    [Fact]
    public void A_single_other_response_shows_that_it_is_there() =>
        Review([], 404, 500).ShouldBe([(Route, EvidenceKind.Accepted)]);

    /// <summary>A server may give the documented 404 to every id that it does not have, malformed ones too.</summary>
    [Fact]
    public void An_operation_on_a_resource_that_may_not_exist_is_not_missing()
    {
        var testCase = Notes.Case(CaseExpectation.Refused, ViolationKind.Parameter, operation: Notes.Read);
        var route = Notes.Check(CheckIds.Route, Notes.Read);

        RouteReview.Of(
            Notes.Read,
            [route],
            new HashSet<CheckKey>(),
            [new JudgedResponse(Notes.Observed(testCase, Notes.Result(404)), IsSound: true)],
            [])
            .ShouldHaveSingleItem().Kind.ShouldBe(EvidenceKind.Blocked);
    }

    [Fact]
    public void A_method_that_is_not_allowed_is_missing_whatever_the_id()
    {
        var testCase = Notes.Case(CaseExpectation.Accepted, operation: Notes.Read);

        RouteReview.Of(
            Notes.Read,
            [Notes.Check(CheckIds.Route, Notes.Read)],
            new HashSet<CheckKey>(),
            [new JudgedResponse(Notes.Observed(testCase, Notes.Result(405)), IsSound: true)],
            []).ShouldHaveSingleItem().Kind.ShouldBe(EvidenceKind.Broken);
    }

    [Fact]
    public void Refusals_prove_nothing_where_no_plain_request_was_accepted() =>
        Review([new Evidence(Length, EvidenceKind.Kept)], 422).ShouldBe([(Length, EvidenceKind.Blocked), (Route, EvidenceKind.Accepted)]);

    [Fact]
    public void Refusals_stay_evidence_beside_an_accepted_plain_request() =>
        Review([new Evidence(Plain, EvidenceKind.Accepted), new Evidence(Length, EvidenceKind.Kept)], 201, 422)
            .ShouldBe([(Plain, EvidenceKind.Accepted), (Length, EvidenceKind.Kept), (Route, EvidenceKind.Accepted)]);

    [Fact]
    public void What_was_broken_stays_broken_without_an_accepted_request() =>
        Review([new Evidence(Length, EvidenceKind.Broken)], 201).ShouldBe([(Length, EvidenceKind.Broken), (Route, EvidenceKind.Accepted)]);

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    public void Responses_about_the_caller_show_nothing_about_the_route(int status) =>
        Review([new Evidence(Length, EvidenceKind.Kept)], status).ShouldBe([(Length, EvidenceKind.Kept)]);

    /// <summary>The evidence after a review of responses with the statuses; a refusing case is planned for the limit of length.</summary>
    private static IEnumerable<(CheckKey, EvidenceKind)> Review(IReadOnlyList<Evidence> evidence, params int[] statuses) => RouteReview.Of(
        Notes.Create,
        [Route, Plain, Length],
        new HashSet<CheckKey> { Length },
        statuses.Select(status => new JudgedResponse(
            Notes.Observed(Notes.Case(CaseExpectation.Refused, ViolationKind.Body, checks: Length), Notes.Result(status)), IsSound: true)),
        evidence).Select(shown => (shown.Check, shown.Kind));
}
