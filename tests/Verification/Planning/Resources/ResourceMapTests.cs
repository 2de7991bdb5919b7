using SocialContract.Contract;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Tests.Support;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Resources;

/// <summary>Which operations create what the paths of others name.</summary>
public sealed class ResourceMapTests
{
    private const string Id = "schema: { type: object, required: [id], properties: { id: { type: integer } } }";

    private static readonly ContractDescription Nested = Shipped.LoadText(PostsServer.Document);

    [Fact]
    public void A_nested_path_needs_the_ids_of_what_is_above_first()
    {
        var plan = CasePlanner.Plan(Nested, PlanOptions.Default);

        plan.Operations["updatePost"].Plain!.Needs.ShouldBe(["createUser", "createPost"]);
        plan.Operations["updatePost"].Plain!.Target.ShouldBe("/users/{createUser}/posts/{createPost}");
        plan.Operations["createPost"].Plain!.Target.ShouldBe("/users/{createUser}/posts");
        plan.Fixtures.Select(testCase => testCase.Operation.Id).ShouldBe(["createUser", "createPost"]);
    }

    [Theory]
    [InlineData("createUser", "")]
    [InlineData("createPost", "user_id=createUser")]
    [InlineData("updatePost", "user_id=createUser id=createPost")]
    public void A_parameter_is_bound_to_the_operation_that_creates_what_it_names(string operation, string bindings) =>
        new ResourceMap(Nested).NeedsOf(Of(operation)).Select(needed => $"{needed.Parameter}={needed.Creator}")
            .ShouldBe(bindings.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_creating_operation_has_the_place_of_the_id_the_path_of_the_resource_and_the_operations_on_it()
    {
        var map = new ResourceMap(Nested);

        var post = map.ByCreator["createPost"];

        (post.Pattern, post.Item, post.Deleter?.Id).ShouldBe(("/id", "/users/{}/posts/{}", "deletePost"));
        map.DeletedBy(Of("deletePost")).ShouldBe(post);
        map.DeletedBy(Of("updatePost")).ShouldBeNull();
        map.On(post, "PATCH")?.Id.ShouldBe("updatePost");
        map.On(post, "TRACE").ShouldBeNull();
    }

    [Fact]
    public void What_nothing_creates_keeps_its_sample_value()
    {
        var api = Api($$"""
              /teams/{team}/members:
                post:
                  operationId: add
                  parameters: [{ name: team, in: path, required: true, schema: { type: string }, example: red }]
                  responses: { '201': { description: Added., content: { application/json: { {{Id}} } } } }
              /teams/{team}/members/{id}:
                delete:
                  operationId: remove
                  parameters:
                    - { name: team, in: path, required: true, schema: { type: string }, example: red }
                    - { name: id, in: path, required: true, schema: { type: integer } }
                  responses: { '204': { description: Removed. } }
            """);

        CasePlanner.Plan(api, PlanOptions.Default).Operations["add"].CleanUp!.Target.ShouldBe("/teams/red/members/{add}");
    }

    [Theory]
    [InlineData("readOnly", "/id")]
    [InlineData("writeOnly", null)]
    public void An_id_that_only_the_server_sets_is_found_and_one_that_only_clients_send_is_not(string mark, string? expected)
    {
        var api = Api($$"""
              /notes:
                post:
                  operationId: create
                  responses:
                    '201':
                      description: Created.
                      content:
                        application/json:
                          schema: { type: object, properties: { id: { type: integer, {{mark}}: true } } }
              /notes/{id}:
                get:
                  operationId: read
                  parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
                  responses: { '200': { description: The note. } }
            """);

        var capture = CasePlanner.Plan(api, PlanOptions.Default).Operations["create"].Capture;

        (capture?.Pattern).ShouldBe(expected);
    }

    [Fact]
    public void A_link_says_which_member_of_the_response_is_the_id()
    {
        var api = Api($$"""
              /orders:
                post:
                  operationId: order
                  responses:
                    '201':
                      description: Ordered.
                      content: { application/json: { {{Id}} } }
                      links: { It: { operationRef: '#/paths/~1orders~1{id}/get', parameters: { id: '$response.body#/number' } } }
              /orders/{id}:
                get:
                  operationId: read
                  parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
                  responses: { '200': { description: It. } }
            """);

        new ResourceMap(api).ByCreator["order"].Pattern.ShouldBe("/number");
    }

    [Fact]
    public void A_response_without_an_id_creates_nothing_that_others_need()
    {
        var api = Api("""
              /mails:
                post: { operationId: send, responses: { '202': { description: Sent. } } }
              /mails/{id}:
                get:
                  operationId: read
                  parameters: [{ name: id, in: path, required: true, schema: { type: integer }, example: 7 }]
                  responses: { '200': { description: It. } }
            """);

        new ResourceMap(api).ByCreator.ShouldBeEmpty();
        CasePlanner.Plan(api, PlanOptions.Default).Operations["read"].Plain!.Target.ShouldBe("/mails/7");
    }

    [Fact]
    public void A_deletion_of_what_cannot_be_created_says_so()
    {
        var api = Api($$"""
              /locks:
                post:
                  operationId: make
                  requestBody: { required: true, content: { application/json: { schema: { type: string, enum: [a], not: { const: a } } } } }
                  responses: { '201': { description: Made., content: { application/json: { {{Id}} } } } }
              /locks/{id}:
                delete:
                  operationId: remove
                  parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
                  responses: { '204': { description: Removed. } }
            """);

        var plan = CasePlanner.Plan(api, PlanOptions.Default);

        plan.Checks.Single(check => check.Operation.Id == "remove" && check.Key.Id == CheckIds.Plain).NotExercised
            .ShouldBe("it needs the id of a resource that make creates, for which no request was found");
    }

    [Fact]
    public void What_is_asked_for_brings_along_all_that_its_path_needs()
    {
        var plan = CasePlanner.Plan(Nested, new PlanOptions { Only = ["updatePost/NewPost/stars/*"] });

        plan.Fixtures.Select(testCase => testCase.Operation.Id).ShouldBe(["createUser", "createPost"]);
        plan.Operations.Values.Where(operation => operation.CleanUp is not null).Select(operation => operation.Operation.Id)
            .Order(StringComparer.Ordinal).ShouldBe(["createPost", "createUser"]);
        plan.Sequences.ShouldAllBe(sequence => sequence.Steps.Any(step => step.Case.Operation.Id == "updatePost"));
    }

    private static Operation Of(string id) => Nested.Operations.Single(operation => operation.Id == id);

    private static ContractDescription Api(string paths) => Shipped.LoadText(SmallDocument.Of(paths));
}
