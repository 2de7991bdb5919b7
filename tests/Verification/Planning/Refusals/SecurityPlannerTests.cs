using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Requests whose caller does not authenticate.</summary>
public sealed class SecurityPlannerTests
{
    [Fact]
    public void A_bearer_token_is_missing_empty_unknown_after_another_word_and_in_another_header()
    {
        var planned = Of("security: [ token: [] ]", "{ type: http, scheme: bearer }");

        planned.Security.Cases().Select(testCase =>
            (testCase.Id, testCase.Headers["Authorization"], testCase.Headers["X-Authorization"])).ShouldBe(
            [
                ("listNotes/security/missing", null, null),
                ("listNotes/security/empty", "", null),
                ("listNotes/security/unknown", "Bearer contract-kit-unknown-token", null),
                ("listNotes/security/wrongscheme", "Basic $CONTRACT_TOKEN", null),
                ("listNotes/security/wrongheader", null, "Bearer $CONTRACT_TOKEN"),
            ]);
    }

    [Fact]
    public void Each_of_them_is_about_the_rule_of_authentication_and_must_be_refused()
    {
        var planned = Of("security: [ token: [] ]", "{ type: http, scheme: bearer }");

        planned.Security.Cases().ShouldAllBe(testCase => testCase.Expectation == CaseExpectation.Refused
            && testCase.Stage == ViolationKind.Security && testCase.Checks.Single() == planned.Security.Check);
    }

    [Fact]
    public void A_key_without_a_word_before_it_has_no_wrong_word() =>
        Of("security: [ token: [] ]", "{ type: apiKey, in: header, name: X-Key }").Security.Forms().ShouldBe(
        [
            (CredentialForm.Missing, "X-Key is left out"),
            (CredentialForm.Empty, "X-Key is empty"),
            (CredentialForm.Unknown, "X-Key has an unknown token"),
            (CredentialForm.WrongHeader, "the token is in a header other than X-Key"),
        ]);

    [Theory]
    [InlineData("")]
    [InlineData("security: []")]
    [InlineData("security: [ {}, token: [] ]")]
    public void An_operation_that_lets_anybody_in_has_no_such_request(string security) =>
        Of(security, "{ type: http, scheme: bearer }").Security.Cases().ShouldBeEmpty();

    private static PlannedOperation Of(string security, string scheme) => PlannedOperation.Of($$"""
          /notes:
            get:
              operationId: listNotes
              {{security}}
              responses: { '200': { description: The notes. }, '401': { description: No token. } }
        components: { securitySchemes: { token: {{scheme}} } }
        """);
}
