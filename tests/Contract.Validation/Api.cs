using System.Text;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>A document that a test contains, with its router and validators.</summary>
internal sealed class Api
{
    private readonly ContractValidators _validators;
    private readonly OperationRouter _router;

    private Api(ContractDescription contract)
    {
        Contract = contract;
        _validators = new ContractValidators(contract);
        _router = OperationRouter.Build(contract.Operations);
    }

    public ContractDescription Contract { get; }

    /// <summary>A document, given by its <c>paths</c> and <c>components</c>.</summary>
    public static Api Of(string yaml, LoadOptions? options = null, string version = "3.1.0")
    {
        var text = $"openapi: {version}\ninfo: {{ title: Test, version: '1' }}\n{yaml}";
        return new Api(ContractLoader.LoadText(text, "test.yaml", options).ShouldBeOfType<LoadResult.Loaded>().Api);
    }

    /// <summary>A document with one operation, given by the YAML of its members.</summary>
    public static Api Operation(string line, string yaml, LoadOptions? options = null)
    {
        var words = line.Split(' ');
        return Of(
            $"paths:\n  {words[1]}:\n    {words[0].ToLowerInvariant()}:\n{Indent(yaml, 6)}\n      responses: "
                + $"{{ '200': {{ description: Fine }} }}\n",
            options);
    }

    /// <summary>A document with one operation, <c>GET /x</c>, with a parameter in flow style without its braces.</summary>
    public static Api Parameter(string parameter, string path = "/x") => Operation($"GET {path}", $"parameters: [{{ {parameter} }}]");

    /// <summary>
    /// A document with one operation, <c>POST /x</c>, whose body has one media type, in flow style without its braces.
    /// </summary>
    public static Api Body(string mediaType, string content) =>
        Operation("POST /x", $"requestBody: {{ required: true, content: {{ '{mediaType}': {{ {content} }} }} }}");

    public RequestValidator RequestValidator => _validators.Request(Contract.Operations[0]);

    public ResponseValidator ResponseValidator => _validators.Response(Contract.Operations[0]);

    public RouteMatch Route(TestRequest request)
    {
        var route = _router.Match(request.Method, request.Path);
        route.Kind.ShouldBe(RouteMatchKind.Matched);
        return route;
    }

    public RequestVerdict Validate(TestRequest request, RequestValidationOptions? options = null)
    {
        var route = Route(request);
        return _validators.Request(route.Operation!).Validate(request, route, options ?? RequestValidationOptions.Default);
    }

    /// <summary>The violations, each as <c>Kind instance: found</c>.</summary>
    public string[] Violations(TestRequest request, RequestValidationOptions? options = null)
    {
        using var verdict = Validate(request, options);
        verdict.IsValid.ShouldBe(verdict.Violations.Count == 0);
        return [.. verdict.Violations.Select(Describe)];
    }

    public string[] Violations(string line, params string[] headers) => Violations(new TestRequest(line, "", headers));

    /// <summary>The violations of a response, each as <c>Kind instance: found</c>.</summary>
    public string[] Violations(TestResponse response, bool isHead = false)
    {
        var violations = ResponseValidator.Validate(response, isHead);
        ResponseValidator.IsValid(response, isHead).ShouldBe(violations.Count == 0);
        return [.. violations.Select(Describe)];
    }

    /// <summary>The body as the validator read it, as JSON; null if there is none.</summary>
    public string? BodyOf(TestRequest request)
    {
        using var verdict = Validate(request);
        return verdict.Body is { } body ? Encoding.UTF8.GetString(body.Root.Raw) : null;
    }

    /// <summary>The parameter's value as JSON, or its violations, or <c>absent</c>.</summary>
    public string Value(string line, params string[] headers)
    {
        using var verdict = Validate(new TestRequest(line, "", headers));
        var parameter = Contract.Operations[0].Parameters[0];
        return !verdict.IsValid ? string.Join("; ", verdict.Violations.Select(Describe))
            : verdict.TryGetParameter(parameter.In, parameter.Name, out var json) ? Encoding.UTF8.GetString(json.Span)
            : "absent";
    }

    private static string Describe(Violation violation) => $"{violation.Kind} {violation.Instance}: {violation.Found}";

    private static string Indent(string text, int by) => string.Join('\n', text.Split('\n').Select(line => new string(' ', by) + line));
}
