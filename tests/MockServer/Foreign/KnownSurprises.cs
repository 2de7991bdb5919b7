namespace SocialContract.MockServer.Tests.Foreign;

/// <summary>
/// Where a foreign document's operation does not respond with a success that the document accepts, and why: written by hand after reading
/// the document.
/// </summary>
internal static class KnownSurprises
{
    private static readonly (string Document, string Surprise, string Why)[] All =
    [
        ("@readme/oas-examples/3.0/circular-request-bodies",
            "POST /direct: 501 an instance would be infinite",
            "TreeNode requires a parent, which is a TreeNode."),
        ("@readme/oas-examples/3.0/discriminators",
            "POST /potentially-undefined-formData: no sample request",
            "Both alternatives of the oneOf are the same schema, so whatever one accepts the other does too."),
        ("@readme/oas-examples/3.0/request-examples",
            "PATCH /requestBody-primitive-example: 200 breaks pet/type",
            "The example is JSON within a string; the schema is an object."),
        ("@readme/oas-examples/3.0/request-examples",
            "PUT /requestBody-primitive-example: 200 breaks pets/type",
            "The example is JSON within a string; the schema is an array."),
        (
            "@readme/oas-examples/3.0/response-http-behavior",
            "GET /cache: 501 security.unknown-scheme",
            "There are no security schemes, and api_key is asked for."),
        ("@readme/oas-examples/3.0/response-http-behavior", "GET /status/204: 501 security.unknown-scheme", "The same."),
        ("@readme/oas-examples/3.0/response-http-behavior", "GET /status/302: 501 security.unknown-scheme", "The same."),
        (
            "@readme/oas-examples/3.0/schema-types",
            "PATCH /anything/quirks/polymorphism: no sample request",
            "The body is a string and an integer at once."),
        (
            "@readme/oas-examples/3.0/schema-types",
            "PUT /anything/quirks/polymorphism: no sample request",
            "The body is a string and an integer at once."),
        ("@readme/oas-examples/3.0/security-multiple",
            "POST /anything/and: 401 \"POST /anything/and/security\"",
            "Basic credentials and a bearer token at once: one Authorization header cannot hold both."),
        (
            "@readme/oas-examples/3.1/schema-types",
            "PATCH /anything/quirks/polymorphism: no sample request",
            "The body is a string and an integer at once."),
        (
            "@readme/oas-examples/3.1/schema-types",
            "PUT /anything/quirks/polymorphism: no sample request",
            "The body is a string and an integer at once."),
        (
            "@readme/oas-examples/3.1/schema-validation-local",
            "GET /anything/numbers: 501 schema.uncompilable",
            "A parameter's schema is written in a draft 5, which there never was."),
        ("@readme/oas-examples/3.1/schema-validation-top-level",
            "GET /anything/numbers: 501 schema.uncompilable",
            "A parameter's schema names another dialect than the document and has no $id; only resources have dialects of their own here."),
    ];

    /// <summary>
    /// The surprises of a document, which is the same in YAML and JSON. Each is the beginning of what is found: the rest of a message gives
    /// places.
    /// </summary>
    public static IReadOnlyList<string> Of(string document)
    {
        var name = Path.ChangeExtension(document, null)
            .Replace("/json/", "/", StringComparison.Ordinal)
            .Replace("/yaml/", "/", StringComparison.Ordinal);
        return [.. All.Where(known => known.Document == name).Select(known => known.Surprise)];
    }
}
