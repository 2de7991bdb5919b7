namespace SocialContract.MockServer.Responding;

/// <summary>The mock's headers, which tell the origin of a response. Their values are structured fields (RFC 9651).</summary>
internal static class MockHeaders
{
    /// <summary>The operation's id, a string.</summary>
    public const string Operation = "X-Contract-Operation";

    /// <summary>
    /// A token, <c>example</c>, <c>generated</c>, <c>stub</c>, <c>proxy</c> or <c>mock</c>, with parameters:
    /// <c>example;name="connected";source=shown;at="spec/openapi.yaml:214"</c>, <c>proxy;checked</c>, and <c>proxy=down</c> of a
    /// response in place of a server's. Of a stub or a proxy, <c>undocumented=path</c> or <c>undocumented=method</c>.
    /// </summary>
    public const string ResponseOrigin = "X-Contract-Answer";

    /// <summary>
    /// A list: each rule that the request broke, with <c>instance</c>, <c>source</c>, <c>at</c> and, if a value was nearly right,
    /// <c>nearest</c>.
    /// </summary>
    public const string Violations = "X-Contract-Violations";

    /// <summary>A list: each rule that the response breaks.</summary>
    public const string ResponseViolations = "X-Contract-Answer-Violations";

    public static readonly string[] All = [Operation, ResponseOrigin, Violations, ResponseViolations];
}
