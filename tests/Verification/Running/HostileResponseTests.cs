using System.Text.Json;
using System.Xml.Linq;
using SocialContract.Contract;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>
/// Whatever a server sends is an observation of a case: the run ends, no part of the kit fails, and every report is written.
/// </summary>
public sealed class HostileResponseTests
{
    internal static readonly ContractDescription Api = Shipped.LoadText("""
        openapi: 3.1.0
        info: { title: Notes, version: '1' }
        paths:
          /notes:
            post:
              operationId: createNote
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { type: object, required: [text], properties: { text: { type: string, maxLength: 50 } } }
              responses:
                '200':
                  description: The note.
                  headers: { Location: { schema: { type: string } }, Retry-After: { schema: { type: integer } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } }
                '422':
                  description: Refused.
                  content: { application/problem+json: { schema: { type: object, properties: { error: { type: string } } } } }
            get:
              operationId: listNotes
              responses:
                '200':
                  description: The notes.
                  content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Note' } } } }
          /notes/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: [integer, string] } } ]
            get:
              operationId: readNote
              responses:
                '200': { description: The note., content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
                '404': { description: There is none. }
            put:
              operationId: updateNote
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { type: object, required: [text], properties: { text: { type: string, maxLength: 50 } } }
              responses:
                '200': { description: The note., content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
                '404': { description: There is none. }
                '422': { description: Refused. }
            delete:
              operationId: deleteNote
              responses:
                '204': { description: It is gone. }
                '404': { description: There is none. }
        components:
          schemas:
            Note:
              type: object
              required: [id]
              properties: { id: { type: [integer, string], maxLength: 40 }, tag: { type: string, minLength: 2, pattern: '^[a-z]+$' } }
              additionalProperties: { type: [string, array] }
        """);

    private static readonly VerificationPlan Plan = CasePlanner.Plan(Api, PlanOptions.Default);

    public static TheoryData<string> Names => [.. HostileResponses.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public Task Sent_every_time(string name) => ObserveAsync(name, _ => true);

    [Theory, MemberData(nameof(Names))]
    public Task Sent_every_third_time(string name) => ObserveAsync(name, request => request.Number % 3 == 0);

    [Theory, MemberData(nameof(Names))]
    public Task Sent_to_what_changes_something_after_the_first(string name) =>
        ObserveAsync(name, request => request is { Number: > 5, Method: not "GET" });

    private static async Task ObserveAsync(string name, Func<RawRequest, bool> isHostile)
    {
        var hostile = HostileResponses.All[name];
        await using var server = new RawServer(request => isHostile(request) ? hostile : Sound(request));

        var report = await Verifying.RunAsync(
            Plan, server.Url, with: options => options with { Timeout = TimeSpan.FromSeconds(5), MaxWait = TimeSpan.FromSeconds(1) });

        report.Exchanges.ShouldNotBeEmpty();
        report.Notices.ShouldAllBe(notice => !notice.Contains("the kit itself failed", StringComparison.Ordinal));
        report.Reason.ShouldNotContain("the kit itself failed");
        AssertWritten(report);
    }

    private static RawResponse Sound(RawRequest request) => request switch
    {
        { Method: "GET", Target: "/notes" } => RawResponse.Of(200, "[]"),
        { Method: "DELETE" } => new("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray()),
        _ => RawResponse.Of(200, """{"id":7,"tag":"ab"}"""),
    };

    private static void AssertWritten(VerificationReport report)
    {
        JsonDocument.Parse(Written(ReportFormat.Json)).Dispose();
        JsonDocument.Parse(Written(ReportFormat.Sarif)).Dispose();
        using var xml = new MemoryStream(Written(ReportFormat.JUnit));
        XDocument.Load(xml).Root.ShouldNotBeNull();
        Written(ReportFormat.Html).ShouldNotBeEmpty();
        Written(ReportFormat.Markdown).ShouldNotBeEmpty();

        byte[] Written(ReportFormat format)
        {
            using var stream = new MemoryStream();
            ReportWriter.Write(report, format, stream);
            return stream.ToArray();
        }
    }
}
