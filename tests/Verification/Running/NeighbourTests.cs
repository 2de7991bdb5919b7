using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Nothing that others created is changed or deleted, however a response names what the run created.</summary>
public sealed class NeighbourTests
{
    private const string Group = "{ $ref: '#/components/schemas/Group' }";
    private const string AnyId = "{ type: object, properties: { id: { type: integer } } }";

    [Fact]
    public async Task What_the_run_created_is_deleted_and_nothing_else()
    {
        var server = new NeighboursServer();

        var report = await RunAsync(server, Group);

        Untouched(server);
        server.Left.ShouldBe(0);
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Verifying.Named(report).ShouldBeEmpty();
        report.Result("deleteGroup", CheckIds.Delete).Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public async Task The_object_named_after_the_resource_has_its_id_and_not_the_job_beside_it()
    {
        var server = new NeighboursServer
        {
            Created = static (id, group) => (201, new JsonObject { ["action"] = Id(5000 + id), ["group"] = group }, null),
        };

        var report = await RunAsync(server, $"{{ type: object, properties: {{ action: {AnyId}, group: {Group} }} }}");

        Untouched(server);
        server.Left.ShouldBe(0);
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
    }

    [Fact]
    public async Task Of_two_ids_that_rival_each_other_none_is_used_and_what_remains_is_reported()
    {
        var server = new NeighboursServer
        {
            Created = static (id, group) => (201, new JsonObject { ["job"] = Id(5000 + id), ["made"] = group }, null),
        };

        var report = await RunAsync(server, $"{{ type: object, properties: {{ job: {AnyId}, made: {Group} }} }}");

        Untouched(server);
        server.Left.ShouldBeGreaterThan(0);
        report.Notices.ShouldContain(notice => notice.StartsWith("The changes by createGroup remain"));
        Verifying.Named(report).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_id_whose_resource_has_other_values_is_not_that_of_the_created_resource()
    {
        var server = new NeighboursServer { Created = static (id, _) => (201, new JsonObject { ["id"] = 5000 + id }, null) };

        var report = await RunAsync(server, AnyId);

        Untouched(server);
        report.Notices.ShouldContain(notice => notice.Contains("the GET for it shows other values than the request sent"));
        report.Result("deleteGroup", CheckIds.Plain).Outcome.ShouldBe(Outcome.Blocked);
    }

    [Fact]
    public async Task A_Location_that_differs_from_the_body_is_decided_by_what_the_resources_show()
    {
        var server = new NeighboursServer
        {
            Created = static (id, group) => (201, Id(5000 + id, group), $"/groups/{id}"),
        };

        var report = await RunAsync(server, Group, headers: "{ Location: { schema: { type: string } } }");

        Untouched(server);
        ListsWhatIsLeft(report, server);
    }

    [Fact]
    public async Task A_Location_that_leads_to_another_resource_is_not_the_id()
    {
        var server = new NeighboursServer { Created = static (id, _) => (201, null, $"/jobs/{5000 + id}") };

        await RunAsync(server, "{}", headers: "{ Location: { schema: { type: string } } }");

        Untouched(server);
    }

    [Fact]
    public async Task A_member_named_like_the_parameter_that_names_a_parent_is_found_out_by_the_GET()
    {
        var server = new NeighboursServer
        {
            Created = static (id, group) => (201, new JsonObject { ["group_id"] = 3, ["made"] = Id(id, group) }, null),
        };

        await RunAsync(
            server, $"{{ type: object, properties: {{ group_id: {{ type: integer }}, made: {Group} }} }}", "group_id");

        Untouched(server);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task A_list_of_all_resources_is_not_a_list_of_created_ones(int status)
    {
        var server = new NeighboursServer
        {
            Created = (id, group) => (
                status, new JsonArray(Id(1), Id(2), group), null),
        };

        var report = await RunAsync(server, $"{{ type: array, items: {AnyId} }}");

        Untouched(server);
        ListsWhatIsLeft(report, server);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task An_existing_resource_that_a_creation_returns_is_left_alone(int status)
    {
        var server = new NeighboursServer { Existing = static _ => 7, Created = (_, group) => (status, group, null) };

        await RunAsync(server, Group);

        Untouched(server);
    }

    /// <summary>Names that do not tell a resource of the run from others are found only at some boundary values.</summary>
    [Fact]
    public async Task An_existing_resource_of_the_same_name_is_left_alone()
    {
        var server = new NeighboursServer
        {
            Existing = static name => name.StartsWith("contract-kit", StringComparison.Ordinal) ? null : 8,
            Created = static (id, group) => (id == 8 ? 200 : 201, group, null),
        };

        await RunAsync(server, Group);

        Untouched(server);
        server.Left.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_creation_nothing_that_exists_is_replaced_or_deleted()
    {
        var server = new NeighboursServer();
        var document = NeighboursServer.Document(Group);
        var at = document.IndexOf("    post:", StringComparison.Ordinal);
        document = document.Remove(at, document.IndexOf("  /groups/{", StringComparison.Ordinal) - at)
            .Replace("  /groups:\n", "", StringComparison.Ordinal);

        var report = await Verifying.RunAsync(Verifying.PlanOf(document), server.RespondAsync);

        Untouched(server);
        report.Result("changeGroup", CheckIds.Plain).Outcome.ShouldBe(Outcome.Blocked);
        report.Verdict.ShouldBe(VerificationVerdict.Incomplete);
        report.Reason.ShouldContain("changeGroup");
    }

    [Fact]
    public async Task A_run_that_only_reads_sends_safe_methods_only()
    {
        var methods = new System.Collections.Concurrent.ConcurrentBag<string>();
        var server = new NeighboursServer();
        var plan = CasePlanner.Plan(Shipped.LoadText(NeighboursServer.Document(Group)), new PlanOptions { ReadOnly = true });

        var report = await Verifying.RunAsync(plan, context =>
        {
            methods.Add(context.Request.Method);
            return server.RespondAsync(context);
        });

        methods.Distinct().ShouldBeSubsetOf(["GET"]);
        report.Checks.Where(check => check.Operation == "deleteGroup").ShouldAllBe(check => check.Outcome == Outcome.NotExercised);
    }

    /// <summary>Names at the limits of length hold nothing by which a resource could be told from others.</summary>
    private static void ListsWhatIsLeft(VerificationReport report, NeighboursServer server)
    {
        server.Left.ShouldBe(2);
        report.Notices.ShouldContain(notice => notice.StartsWith("Nothing was deleted or changed at /groups/"));
    }

    private static JsonObject Id(int id, JsonObject? group = null) => group is null
        ? new JsonObject { ["id"] = id }
        : new JsonObject { ["id"] = id, ["name"] = group["name"]!.ToString() };

    private static void Untouched(NeighboursServer server) => server.Touched.Distinct().ShouldBeEmpty();

    private static Task<VerificationReport> RunAsync(
        NeighboursServer server, string schema, string parameter = "id", string headers = "{}") =>
        Verifying.RunAsync(Verifying.PlanOf(NeighboursServer.Document(schema, parameter, headers)), server.RespondAsync);
}
