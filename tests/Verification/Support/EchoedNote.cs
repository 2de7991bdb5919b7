namespace SocialContract.Verification.Tests.Support;

/// <summary>An operation that changes a note, with an example that says what its response takes from the request.</summary>
internal static class EchoedNote
{
    /// <param name="echo">The example's <c>x-echo</c>, as YAML.</param>
    /// <param name="value">The example's value, as YAML.</param>
    public static PlannedOperation Of(string echo, string value) => PlannedOperation.Of($$"""
          /notes/{id}:
            put:
              operationId: changeNote
              parameters: [ { name: id, in: path, required: true, schema: { type: integer }, example: 1 } ]
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses:
                '200':
                  description: Changed.
                  content:
                    application/json:
                      schema: { type: object }
                      examples: { changed: { {{echo}}, value: {{value}} } }
        """);
}
