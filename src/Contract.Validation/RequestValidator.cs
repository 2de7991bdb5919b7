using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Bodies;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.Contract.Validation.Judging;
using SocialContract.Contract.Validation.Parameters;
using SocialContract.Contract.Validation.Security;

namespace SocialContract.Contract.Validation;

/// <summary>
/// Validates the requests of an operation: first security, then the body's media type, then its syntax, then parameters and the body's
/// content together. Everything about the operation is decided when the validator is created. Thread-safe.
/// </summary>
/// <remarks>Undocumented query parameters are accepted, and so is a body if the operation describes none.</remarks>
public sealed class RequestValidator
{
    private readonly SecurityValidator? _security;
    private readonly ParameterValidator[] _parameters = [];
    private readonly BodyReader? _body;
    private readonly SchemaJudge _judge;
    private readonly bool _readsQuery;
    private readonly bool _readsCookies;

    internal RequestValidator(Operation operation, ContractDescription contract, ShapeReader shapes)
    {
        Operation = operation;
        Faults = contract.FaultsOf(operation);
        _judge = new SchemaJudge(contract.Rules);
        if (Faults.Count > 0)
        {
            return;
        }

        _security = operation.Security.Count > 0 && contract.Rules.Enforced(contract.Rules.ForSecurity(operation)) is { } rule
            ? new SecurityValidator(operation, rule)
            : null;
        var sites = MessageSites.Parameters(operation).ToList();
        var names = sites.Select(site => site.Parameter!).GroupBy(parameter => parameter.In, parameter => parameter.Name)
            .ToDictionary(group => group.Key, group => group.ToHashSet(StringComparer.Ordinal));
        _parameters = [.. sites.Select(
            site => new ParameterValidator(site, operation, names[site.Parameter!.In], contract.Rules, shapes, _judge))];
        _body = operation.RequestBody is { } body
            ? new BodyReader(body, MessageSites.Bodies(operation), contract.Rules, shapes)
            : null;
        _readsQuery = _security is { ReadsQuery: true } || Has(ParameterLocation.Query);
        _readsCookies = _security is { ReadsCookies: true } || Has(ParameterLocation.Cookie);

        bool Has(ParameterLocation location) => names.ContainsKey(location);
    }

    public Operation Operation { get; }

    /// <summary>Errors because of which requests cannot be validated; with any, the mock responds with 501.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; }

    /// <param name="route">The router's result for the request: the values of its path.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="Faults"/>.</exception>
    public RequestVerdict Validate(RequestMessage message, in RouteMatch route, RequestValidationOptions options)
    {
        if (Faults.Count > 0)
        {
            throw new InvalidOperationException($"{Operation.Id} cannot be validated: {Faults[0].Message}");
        }

        var scratch = MessageScratch.Rent();
        ReadPairs(message, scratch);
        if (_security?.Validate(message, scratch, options.AcceptsToken) is { } refused)
        {
            return new RequestVerdict(refused, scratch, null);
        }

        var body = _body?.Read(message, options.Bounds, scratch) ?? default;
        scratch.Body = body.Instance;
        List<Violation>? violations = null;
        if (body.Violation is { Kind: ViolationKind.ContentType or ViolationKind.Syntax } unread)
        {
            violations = [unread];
        }

        if (body.Violation?.Kind != ViolationKind.ContentType)
        {
            CheckParameters(message, route, scratch, ref violations);
            CheckBody(body, ref violations);
        }

        return new RequestVerdict(violations, scratch, body.Content?.Media);
    }

    private void ReadPairs(RequestMessage message, MessageScratch scratch)
    {
        if (_readsQuery)
        {
            scratch.Query.ReadQuery(message.Query);
        }

        if (_readsCookies && message.Headers["Cookie"] is { } cookies)
        {
            scratch.Cookies.ReadCookies(cookies);
        }
    }

    private void CheckParameters(RequestMessage message, in RouteMatch route, MessageScratch scratch, ref List<Violation>? violations)
    {
        foreach (var parameter in _parameters)
        {
            parameter.Validate(message, route, scratch, ref violations);
        }
    }

    private void CheckBody(in BodyResult body, ref List<Violation>? violations)
    {
        if (body.Violation is { Kind: ViolationKind.Body } missing)
        {
            (violations ??= []).Add(missing);
        }

        if (body.Instance is { } instance)
        {
            _judge.Judge(body.Content!.Schema, body.Content.Shape, instance.Root, ViolationKind.Body, MessagePointer.Body, ref violations);
        }
    }
}
