using System.Text;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Rules;

namespace SocialContract.Verification.Cases;

/// <summary>
/// One request and its expected response. Immutable; the bytes that go out are these, but for two kinds of placeholder: tokens
/// (<c>$CONTRACT_TOKEN</c>, <c>$CONTRACT_TOKEN_ADMIN</c>) and ids that the server gives (<c>{createPet}</c>).
/// </summary>
internal sealed record ContractCase
{
    /// <summary>Unique and stable: the operation, then what the case is about, e.g. <c>createPet/required/name/1</c>.</summary>
    public required string Id { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>The case in words: <c>fb_token is the number 123</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The checks that its response is evidence for.</summary>
    public required IReadOnlyList<CheckKey> Checks { get; init; }

    public required CaseExpectation Expectation { get; init; }

    /// <summary>For a refused case: the stage that refuses it, by which the document's response is found.</summary>
    public ViolationKind? Stage { get; init; }

    /// <summary>The request, with placeholders for tokens and ids; its target is appended to the base URL.</summary>
    public required RequestMessage Request { get; init; }

    /// <summary>Upper case.</summary>
    public string Method => Request.Method;

    /// <summary>Path and query, percent-encoded.</summary>
    public string Target => Request.Target;

    /// <summary>In the order sent.</summary>
    public HeaderFields Headers => Request.Headers;

    /// <summary>Empty: the request has no body.</summary>
    public ReadOnlyMemory<byte> Body => Request.Body;

    /// <summary>The caller's role; null where any will do.</summary>
    public string? Role { get; init; }

    /// <summary>How the request presents its caller.</summary>
    public CredentialForm Credential { get; init; }

    /// <summary>
    /// The operations whose responses give the ids that are still missing in <see cref="Target"/>, each of which has its place there in
    /// braces: <c>/users/{createUser}/posts/{createPost}</c>. Parents before children; none: the target is complete.
    /// </summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Whether the last parameter of the path is the id of a resource that the run creates.</summary>
    public bool NamesCreated
    {
        get
        {
            var template = Operation.Path.Split('/');
            var last = Array.FindLastIndex(template, segment => segment.Contains('{', StringComparison.Ordinal));
            var segments = Target.Split('?')[0].Split('/');
            return Needs.Count > 0 && last >= 0 && last < segments.Length && segments[last].StartsWith('{');
        }
    }

    /// <summary>The path parameters that take those ids.</summary>
    public IReadOnlyList<PathParameterBinding> Bindings { get; init; } = [];

    /// <summary>Values of the document for those parameters, percent-encoded, by the operations that <see cref="Needs"/> names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Samples { get; init; } = [];

    /// <summary>For a case that breaks a rule: the pointer of the wrong value in the message, e.g. <c>/path/id</c>.</summary>
    public string? BrokenPlace { get; init; }

    /// <summary>For a case that breaks a rule: why it is a question whether a server may accept it; null where it may not.</summary>
    public string? Doubt { get; init; }

    /// <summary>Whether the target is not the plan's: a Location header of the server gave it.</summary>
    public bool IsTargetGiven { get; init; }

    /// <summary>
    /// For an isolated boundary case: the id of the case of several boundary values. This one is sent only where that one was refused, to
    /// find out which value it was.
    /// </summary>
    public string? OnlyIfRefused { get; init; }

    /// <summary>Whether the server changes its data for the case; the changes are undone afterwards if the document offers a way.</summary>
    public bool Creates { get; init; }

    /// <summary>Whether the method is safe (RFC 9110, section 9.2.1), so that the request changes nothing.</summary>
    public bool IsSafe => IsSafeMethod(Method);

    /// <param name="method">Upper case.</param>
    public static bool IsSafeMethod(string method) => method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "QUERY";

    /// <summary>The token's placeholder for a role, or for callers without a particular role.</summary>
    public static string TokenOf(string? role) =>
        role is null ? CurlCommand.TokenVariable : $"{CurlCommand.TokenVariable}_{role.ToUpperInvariant()}";

    /// <summary>The same request with the token of another role, which nothing is held against by itself.</summary>
    public ContractCase CalledBy(string role)
    {
        string Filled(string text) => text.Replace(TokenOf(null), TokenOf(role), StringComparison.Ordinal);
        return this with
        {
            Id = $"{Id}/{role}",
            Title = $"{Title}, with the token of the role {role}",
            Request = new RequestMessage(
                Request.Method,
                Filled(Request.Target),
                HeaderFields.Of(Request.Headers.Select(header => KeyValuePair.Create(header.Key, Filled(header.Value)))),
                Request.Body),
            Checks = [],
            Expectation = CaseExpectation.NoServerError,
            Role = role,
        };
    }

    /// <summary>The same request to a target that the server gave.</summary>
    public ContractCase To(string target) => this with
    {
        Request = new RequestMessage(Request.Method, target, Request.Headers, Request.Body), Needs = [], IsTargetGiven = true,
    };

    /// <summary>The request as it is hashed and listed: HTTP/1.1's form without what the connection adds.</summary>
    public byte[] ToBytes() => [.. HeadBytes(), .. Body.Span];

    internal byte[] HeadBytes()
    {
        var head = new StringBuilder().Append(Method).Append(' ').Append(Target).Append('\n');
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append('\n');
        }

        return Encoding.UTF8.GetBytes(head.Append('\n').ToString());
    }
}
