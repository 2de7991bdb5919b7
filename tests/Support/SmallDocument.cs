namespace SocialContract.Tests.Support;

/// <summary>Documents of a few lines, YAML.</summary>
internal static class SmallDocument
{
    /// <param name="paths">The lines below <c>paths</c>, with at least two spaces before each, and what else is at the root.</param>
    public static string Of(string paths, string version = "3.1.0") =>
        $"openapi: {version}\ninfo: {{ title: T, version: '1' }}\npaths:\n{paths.ReplaceLineEndings("\n")}\n";

    /// <summary><c>POST /a</c>, called <c>add</c>, which takes a JSON body and responds with 200 or 422.</summary>
    /// <param name="schema">The body's schema, in flow style.</param>
    /// <param name="components">The schemas that it may refer to, in flow style.</param>
    public static string OfBody(string schema, string version = "3.1.0", string components = "{}") => Of(
        $$"""
          /a:
            post:
              operationId: add
              requestBody:
                required: true
                content: { application/json: { schema: {{schema}} } }
              responses: { '200': { description: A }, '422': { description: B } }
        components: { schemas: {{components}} }
        """,
        version);
}
