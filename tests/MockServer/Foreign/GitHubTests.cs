namespace SocialContract.MockServer.Tests.Foreign;

/// <summary>GitHub's own description of its API: 12 MiB, 1223 operations.</summary>
public sealed class GitHubTests
{
    /// <summary>Every eighth operation is looked at closely.</summary>
    private const int Step = 8;

    /// <summary>Examples that their own schemas do not accept, and what is wrong with them: read in the document.</summary>
    private static readonly (string Surprise, string Why)[] FaultyExamples =
    [
        (
            "GET /app/installations: 200 breaks apps/list-installations/200/items/account/allOf/Enterprise/required/created_at, "
            + "apps/list-installations/200/items/account/allOf/Enterprise/required/name, "
            + "apps/list-installations/200/items/account/allOf/Enterprise/required/slug, "
            + "apps/list-installations/200/items/account/allOf/Enterprise/required/updated_at",
            "An account is a user and an enterprise at once (allOf); the example is a user."),
        ("GET /classrooms/{classroom_id}: 200 breaks schemas/classroom/archived/type", "The example has the text 'false,' for a boolean."),
        (
            "GET /enterprises/{enterprise}/dependabot/repository-access: 200 breaks simple-user/gravatar_id/type",
            "The example has a number for a string."),
        (
            "GET /meta: 200 breaks api-overview/ssh_key_fingerprints/SHA256_DSA/type, "
            + "api-overview/ssh_key_fingerprints/SHA256_ECDSA/type, api-overview/ssh_key_fingerprints/SHA256_ED25519/type, "
            + "api-overview/ssh_key_fingerprints/SHA256_RSA/type",
            "The example has numbers for strings."),
        (
            "GET /orgs/{org}/actions/hosted-runners/images/custom: 200 breaks actions/list-custom-images-for-org/200/required/images",
            "The example has image_versions for images."),
        ("PUT /orgs/{org}/agents/secrets/{secret_name}: 201 breaks empty-object/type", "The example is null, the schema an object."),
        ("GET /orgs/{org}/campaigns: 200 breaks campaign-summary/required/contact_link", "The example lacks contact_link."),
        (
            "GET /orgs/{org}/codespaces: 200 breaks codespace/required/pulls_url, "
            + "nullable-codespace-machine/required/prebuild_availability",
            "The example lacks both."),
        ("GET /orgs/{org}/dependabot/repository-access: 200 breaks simple-user/gravatar_id/type", "The example has a number for a string."),
        (
            "POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts: 202 breaks responses/accepted/type",
            "The example is null, the schema an object."),
        ("GET /orgs/{org}/organization-roles/{role_id}/teams: 200 breaks team-role-assignment/required/type", "The example lacks type."),
        (
            "PATCH /orgs/{org}/teams/{team_slug}: 200 breaks team-full/required/type, team-organization/required/archived_at",
            "The example lacks both."),
        (
            "GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments: 200 breaks "
            + "pending-deployment/reviewers/items/reviewer/anyOf",
            "The reviewing team of the example lacks type, which a team requires."),
        (
            "PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}: 201 breaks empty-object/type",
            "The example is null, the schema an object."),
        (
            "GET /repos/{owner}/{repo}/branches/{branch}/protection: 200 breaks integration/owner/oneOf, "
            + "protected-branch-required-status-check/required/checks, team/required/type",
            "The example lacks checks and a team's type, and an app's owner is an organization, neither user nor enterprise."),
        (
            "GET /repos/{owner}/{repo}/code-scanning/alerts: 200 breaks code-scanning-alert-dismissed-reason/enum",
            "The example is null, which nullable allows and the enum does not list (OpenAPI 3.0.3 asks for both)."),
        ("PATCH /repos/{owner}/{repo}/pulls/{pull_number}: 200 breaks team-simple/required/type", "The example lacks a team's type."),
        ("GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}: 200 breaks team/required/type", "The example lacks a team's type."),
        (
            "GET /users/{username}/received_events: 200 breaks event/payload/oneOf",
            "A push event is a public event too, which asks for nothing; oneOf allows one only."),
    ];

    [Fact]
    public async Task Every_operation_is_served()
    {
        await using var mock = await Serve();
        using var exchanges = new SampleExchanges(mock.Api, mock.Url);
        var refused = new List<string>();

        foreach (var operation in mock.Api.Operations)
        {
            if (await exchanges.Surprise(operation) is { } surprise && !surprise.Contains(" breaks ", StringComparison.Ordinal))
            {
                refused.Add(surprise);
            }
        }

        mock.Api.Operations.Count.ShouldBe(1223);
        refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task Responses_are_as_described_unless_the_example_is_not()
    {
        await using var mock = await Serve();
        using var exchanges = new SampleExchanges(mock.Api, mock.Url);
        var surprises = new List<string>();

        foreach (var operation in mock.Api.Operations.Where((_, index) => index % Step == 0))
        {
            if (await exchanges.Surprise(operation) is { } surprise)
            {
                surprises.Add(surprise);
            }
        }

        surprises.ShouldBe(FaultyExamples.Select(known => known.Surprise));
    }

    private static Task<MockHost> Serve() =>
        MockHost.StartAsync(
            new MockOptions { Document = ForeignDocuments.PathOf(ForeignDocuments.GitHub), Reload = false }, Http.Cancelled);
}
