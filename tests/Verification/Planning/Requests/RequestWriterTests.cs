using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Resources;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Requests;

/// <summary>A draft as the bytes that go out.</summary>
public sealed class RequestWriterTests
{
    private static readonly PlannedOperation Notes = PlannedOperation.Of("""
          /books/{book}/notes:
            post:
              operationId: createNote
              security: [ token: [] ]
              parameters:
                - { name: book, in: path, required: true, schema: { type: string }, example: a b }
                - { name: limit, in: query, required: true, schema: { type: integer }, example: 10 }
                - { name: X-Trace, in: header, required: true, schema: { type: string }, example: t1 }
              requestBody: { required: true, content: { application/json: { schema: { type: object }, example: { text: ä } } } }
              responses: { '201': { description: Created. } }
        components: { securitySchemes: { token: { type: http, scheme: bearer } } }
        """);

    [Fact]
    public void Parameters_token_and_body_are_at_their_places()
    {
        var written = Write(Notes.Drafts.Plain);

        (written.Method, written.Target).ShouldBe(("POST", "/books/a%20b/notes?limit=10"));
        written.Headers["X-Trace"].ShouldBe("t1");
        written.Headers["Authorization"].ShouldBe("Bearer $CONTRACT_TOKEN");
        written.Headers["Accept"].ShouldBe("application/json, */*;q=0.1");
        written.Headers["Content-Type"].ShouldBe("application/json");
        Encoding.UTF8.GetString(written.Body.Span).ShouldBe("""{"text":"ä"}""");
    }

    [Fact]
    public void An_id_that_the_server_gives_is_a_placeholder() =>
        Write(Notes.Drafts.Plain with { Needs = [new PathParameterBinding("book", "createBook")] })
            .Target.ShouldBe("/books/{createBook}/notes?limit=10");

    [Fact]
    public void A_role_has_a_token_of_its_own() =>
        Write(Notes.Drafts.Plain with { Role = "admin" }).Headers["Authorization"].ShouldBe("Bearer $CONTRACT_TOKEN_ADMIN");

    [Fact]
    public void A_missing_credential_is_not_written() =>
        Write(Notes.Drafts.Plain with { Credential = CredentialForm.Missing }).Headers["Authorization"].ShouldBeNull();

    [Fact]
    public void A_content_type_and_bytes_of_the_drafts_own_are_sent_as_they_are()
    {
        var written = Write(Notes.Drafts.Plain with { ContentType = "text/plain", RawBody = [1, 2] });

        written.Headers["Content-Type"].ShouldBe("text/plain");
        written.Body.ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void An_object_cannot_be_written_as_text() => RequestWriter.Write(PlannedOperation.Of("""
          /notes:
            post:
              operationId: createNote
              requestBody: { required: true, content: { text/plain: { schema: { type: string }, example: ab } } }
              responses: { '201': { description: Created. } }
        """).Draft("{}")).ShouldBeNull();

    [Fact]
    public void A_requirement_of_two_credentials_in_one_header_gives_way_to_the_next() => Write(PlannedOperation.Of("""
          /notes:
            get:
              operationId: listNotes
              security: [ { basic: [], token: [] }, { token: [] } ]
              responses: { '200': { description: All. } }
        components: { securitySchemes: { basic: { type: http, scheme: basic }, token: { type: http, scheme: bearer } } }
        """).Drafts.Plain).Headers.Where(header => header.Key == "Authorization").Select(header => header.Value)
        .ShouldBe(["Bearer $CONTRACT_TOKEN"]);

    private static RequestMessage Write(RequestDraft draft) => RequestWriter.Write(draft).ShouldNotBeNull();
}
