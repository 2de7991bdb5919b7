using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Rules;
using SocialContract.Tests.Support;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Planning.Resources;

namespace SocialContract.Verification.Tests.Support;

/// <summary>What the planners of one operation are made of, from a document of a few lines.</summary>
internal sealed class PlannedOperation
{
    private PlannedOperation(ContractDescription api, Operation operation, ResourceMap resources)
    {
        (Api, Operation) = (api, operation);
        Requests = new WrittenRequestValidator(api);
        Source = new DraftFinder(api, Requests, new DataGenerator(api), new PlanningBudget(300_000_000));
        Drafts = new OperationDrafts(api, operation, Source, new InventedData(0), resources.NeedsOf(operation), null);
        Writer = new CaseWriter(Drafts);
        Checks = new CheckList(api, operation);
        foreach (var use in Drafts.Rules)
        {
            Checks.Add(use.Rule);
        }

        Attempts = new RefusalAttempts(api, Drafts, Source);
        Refusals = new RefusalPlanner(Drafts, Writer, Checks, Requests, Attempts, 4);
        Security = new SecurityPlanner(api.Rules.ForSecurity(operation), Drafts, Writer, Checks, Requests);
    }

    public ContractDescription Api { get; }

    public Operation Operation { get; }

    public WrittenRequestValidator Requests { get; }

    public DraftFinder Source { get; }

    public OperationDrafts Drafts { get; }

    public CaseWriter Writer { get; }

    /// <summary>With the checks of the rules of the operation's requests.</summary>
    public CheckList Checks { get; }

    public RefusalAttempts Attempts { get; }

    public RefusalPlanner Refusals { get; }

    public SecurityPlanner Security { get; }

    /// <summary><c>POST /notes</c>, called createNote, that takes a JSON body and responds with 201 or 422.</summary>
    /// <param name="schema">The body's schema.</param>
    /// <param name="example">The body's example; empty: none.</param>
    /// <param name="components">The schemas that it may refer to.</param>
    public static PlannedOperation WithBody(string schema, string example = "", string components = "{}") => Of($$"""
          /notes:
            post:
              operationId: createNote
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {{schema}}
                    {{(example.Length > 0 ? $"example: {example}" : "")}}
              responses: { '201': { description: Created. }, '422': { description: Refused. } }
        components: { schemas: {{components}} }
        """);

    /// <param name="paths">The paths of the document, and what else it has at its root.</param>
    /// <param name="id">The operation's id; null: the first one.</param>
    public static PlannedOperation Of(string paths, string? id = null)
    {
        var api = ApiOf(paths);
        return new(api, api.Operations.First(operation => id is null || operation.Id == id), new ResourceMap(api));
    }

    /// <summary>The planners of the steps of every operation of a document.</summary>
    public static (ResourceMap Resources, IReadOnlyDictionary<Operation, StepPlanner> Steps) StepsOf(string paths)
    {
        var api = ApiOf(paths);
        var resources = new ResourceMap(api);
        return (resources, api.Operations.ToDictionary(
            operation => operation, operation => new PlannedOperation(api, operation, resources).Steps()));
    }

    /// <param name="refusedDeletions">Refused requests to delete what was created.</param>
    public StepPlanner Steps(params ContractCase[] refusedDeletions) => new(
        Drafts,
        Writer,
        Checks,
        Refusals,
        Security,
        Drafts.IsEmpty ? [] : [.. Refusals.All().Select(refusal => refusal.Case)],
        refusedDeletions);

    /// <summary>A request of the operation with this body.</summary>
    public RequestDraft Draft(string body) =>
        Drafts.Plain with { Values = MessageValues.Set(Drafts.Plain.Values, "/body", JsonNode.Parse(body)).ShouldNotBeNull() };

    /// <summary>The rule of a keyword.</summary>
    /// <param name="place">Where it applies; null: at the only place.</param>
    public Rule RuleOf(string keyword, string? place = null) =>
        Drafts.Rules.Single(use => use.Rule.Keyword == keyword && use.Instance == (place ?? use.Instance)).Rule;

    /// <summary>Why no request is sent for the check of the rule with this keyword.</summary>
    public string ReasonOf(string keyword) => Checks.All.Single(check => check.Rule?.Keyword == keyword).NotExercised;

    /// <summary>A case's body as text.</summary>
    public static string BodyOf(ContractCase testCase) => Encoding.UTF8.GetString(testCase.Body.Span);

    private static ContractDescription ApiOf(string paths) => Shipped.LoadText(SmallDocument.Of(paths));
}
