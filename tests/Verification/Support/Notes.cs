using System.Text;
using SocialContract.Contract;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Tests.Support;

/// <summary>A small document of notes, and observations of a server of it, as literals.</summary>
internal static class Notes
{
    public const string Text = """
        openapi: 3.1.0
        info: { title: Notes, version: '1' }
        security: [ token: [] ]
        components: { securitySchemes: { token: { type: http, scheme: bearer } } }
        paths:
          /notes:
            post:
              operationId: createNote
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [text]
                      properties: { text: { type: string, maxLength: 5 }, stars: { type: integer, minimum: 1, maximum: 3 } }
              responses:
                '201':
                  description: The note.
                  content:
                    application/json:
                      schema: { type: object, required: [id], properties: { id: { type: integer }, tag: { type: string, minLength: 2 } } }
                '400': { description: Not JSON. }
                '401': { description: No token. }
                '415': { description: Not JSON. }
                '422': { description: A rule is broken. }
          /notes/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
            get:
              operationId: readNote
              responses:
                '200': { description: The note., x-source: assumed }
                '404': { description: There is none., x-source: assumed }
        """;

    public static ContractDescription Api { get; } = ((LoadResult.Loaded)ContractLoader.LoadText(Text, "notes.yaml")).Api;

    public static VerificationPlan Plan { get; } = CasePlanner.Plan(Api, PlanOptions.Default);

    public static Operation Create => Api.Operations.Single(operation => operation.Id == "createNote");

    public static Operation Read => Api.Operations.Single(operation => operation.Id == "readNote");

    /// <summary>The check of an operation.</summary>
    public static CheckKey Check(string id, Operation? operation = null) => new(id, (operation ?? Create).Id);

    /// <summary>A case about the given checks; of creating a note unless said otherwise.</summary>
    public static ContractCase Case(
        CaseExpectation expectation,
        ViolationKind? stage = null,
        string id = "createNote/case",
        Operation? operation = null,
        params CheckKey[] checks)
    {
        operation ??= Create;
        return new ContractCase
        {
            Id = id,
            Operation = operation,
            Title = "the case",
            Checks = checks,
            Expectation = expectation,
            Stage = stage,
            Request = new RequestMessage(operation.Method, operation.Path.Replace("{id}", "1", StringComparison.Ordinal)),
        };
    }

    /// <param name="headers">In the form <c>Name: value</c>.</param>
    public static SendResult Result(int code, string body = "", params string[] headers) => new()
    {
        Message = new ResponseMessage(
            code,
            HeaderFields.Of((body.StartsWith('{') ? ["Content-Type: application/json", .. headers] : headers)
                .Select(header => KeyValuePair.Create(header.Split(": ")[0], header.Split(": ")[1]))),
            Encoding.UTF8.GetBytes(body)),
    };

    public static RecordedCase Exchange(string id = "createNote/case", int status = 200) =>
        new(id, "the case", new RequestMessage("POST", "/notes"), new ResponseMessage(status), null, 1, "curl", null);

    /// <summary>An observed response to a case.</summary>
    public static Observation.Exchanged Observed(ContractCase testCase, SendResult result, RunPhase phase = RunPhase.Case) =>
        new(phase, testCase, ResourceIds.None, result, Exchange(testCase.Id, result.Code));
}
