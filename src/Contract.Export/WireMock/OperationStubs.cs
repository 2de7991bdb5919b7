using SocialContract.Contract.Export.Schemas;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>
/// The stubs of an operation at one path, in the order in which the mock validates: credentials, media type, syntax, parameters and body.
/// Requests that none of them refuses are accepted.
/// </summary>
internal sealed class OperationStubs(
    ContractDescription api, Operation operation, StubResponses responses, TargetTypes types, Action<string> notes)
{
    private readonly TextPattern _texts = new(api.View, types);
    private readonly FormStubs _forms = new(new TextPattern(api.View, types), types);
    private readonly AcceptedStubs _accepted = new(operation, responses, notes);
    private readonly ContentTypePattern _contentType = new(operation.RequestBody?.Content ?? []);

    /// <param name="path">The operation's path, with a base path of its servers or without.</param>
    /// <param name="withHead">Whether HEAD is answered as GET.</param>
    public IEnumerable<Stub> At(string path, bool withHead)
    {
        var to = ExportedRequest.To(operation.Method, path, withHead);
        return Refusals(to).Concat(_accepted.At(to)).Select(stub => stub with { Operation = operation.Id });
    }

    private IEnumerable<Stub> Refusals(ExportedRequest to) =>
        Security(to).Concat(ReadBody(to)).Concat(Parameters(to)).Concat(BodyRules(to)).Concat(InvalidBodies(to));

    private IEnumerable<Stub> Security(ExportedRequest to)
    {
        if (operation.Security.Count == 0 || api.Rules.Enforced(api.Rules.ForSecurity(operation)) is not { } rule)
        {
            yield break;
        }

        if (SecurityStubs.Unmet(operation) is not { } ways)
        {
            notes("its credentials, which have too many combinations");
            yield break;
        }

        for (var index = 0; index < ways.Count; index++)
        {
            var key = index == 0 ? "security" : $"security {index + 1}";
            var use = new RuleUse(rule, operation, Contract.Schemas.MessageDirection.Request, MessageSites.PlaceOf(
                operation.Security[0].Schemes[0].In, operation.Security[0].Schemes[0].ParameterName), null, null);
            yield return Refusal(key, to.With(ways[index]), ViolationKind.Security, use);
        }
    }

    /// <summary>Bodies that are missing, or that cannot be read.</summary>
    private IEnumerable<Stub> ReadBody(ExportedRequest to)
    {
        if (operation.RequestBody is not { } body || body.Content.Count == 0)
        {
            yield break;
        }

        if (body.Required && api.Rules.Enforced(api.Rules.ForBody(body)) is { } missing)
        {
            yield return Refusal("body", to.Body(StubPattern.Absent), ViolationKind.Body, UseOf(missing, MessagePointer.Body));
        }

        if (api.Rules.Enforced(api.Rules.ForContentType(body)) is not { } type)
        {
            yield break;
        }

        var use = UseOf(type, MessagePointer.ContentType);
        if (!_contentType.TakesAll)
        {
            yield return Refusal(
                "content type",
                to.Header(ContentTypePattern.Header, _contentType.Others()).Body(StubPattern.Present),
                ViolationKind.ContentType,
                use);
        }

        foreach (var media in body.Content.Where(media => MediaTypes.IsJson(media.Name)))
        {
            var request = to.Header(ContentTypePattern.Header, _contentType.Of(media)).Body(StubPattern.Present).Body(BodyStubs.NotJson);
            var violation = new Violation(type, ViolationKind.Syntax, MessagePointer.Body, "JSON", "other text");
            yield return new($"syntax {media.Name}", $"{operation.Id}: a body that is not JSON", request, responses.Refusal(violation))
            {
                Use = use,
            };
        }
    }

    private IEnumerable<Stub> Parameters(ExportedRequest to)
    {
        foreach (var use in api.Rules.Requests(operation).Where(use => !MessagePointer.Parse(use.Instance).IsInBody).DistinctBy(Key))
        {
            var parameter = operation.Parameters.FirstOrDefault(candidate => !candidate.IsIgnored && IsOf(use.Instance, candidate));
            if (parameter is null || api.Rules.Enforced(use.Rule) is null || use.Rule.Kind is RuleKind.Security or RuleKind.ContentType)
            {
                continue;
            }

            if (ParameterStubs.Broken(parameter, use, _texts, out var reason) is { } condition)
            {
                yield return Refusal(Key(use), to.With([condition]), ViolationKind.Parameter, use);
            }
            else if (reason is not null)
            {
                notes($"{use.Rule.Id} at {use.Instance}: {reason}");
            }
        }
    }

    private IEnumerable<Stub> BodyRules(ExportedRequest to)
    {
        var graphs = new Dictionary<MediaType, SchemaGraph>();
        var uses = api.Rules.Requests(operation)
            .Where(use => use is { MediaType: not null } && api.Rules.Enforced(use.Rule) is not null)
            .DistinctBy(Key)
            .OrderBy(use => use.Rule.Keyword is KeywordNames.UnevaluatedProperties or KeywordNames.UnevaluatedItems);
        foreach (var use in uses)
        {
            var media = use.MediaType!;
            var schema = media.Schema!.Node;
            string? reason = null;
            IReadOnlyList<IReadOnlyList<StubCondition>> ways = [];
            if (MediaTypes.IsJson(media.Name))
            {
                var graph = graphs.TryGetValue(media, out var known) ? known : graphs[media] = new SchemaGraph(api.View, schema);
                ways = BodyStubs.Broken(api.View, graph, schema, use.Rule, out reason) is { } pattern
                    ? [[new(StubPart.Body, "", StubPattern.Present), new(StubPart.Body, "", pattern)]]
                    : [];
            }
            else if (MediaTypes.IsStructured(media.Name))
            {
                ways = _forms.Broken(media, use, out reason);
            }
            else
            {
                reason = "bodies of the media type are not read";
            }

            for (var index = 0; index < ways.Count; index++)
            {
                var request = to.Header(ContentTypePattern.Header, _contentType.Of(media)).With(ways[index]);
                yield return Refusal(index == 0 ? Key(use) : $"{Key(use)} {index + 1}", request, ViolationKind.Body, use);
            }

            if (reason is not null)
            {
                notes($"{use.Rule.Id} in {media.Name}: {reason}");
            }
        }
    }

    /// <summary>For what the stubs of the rules do not tell.</summary>
    private IEnumerable<Stub> InvalidBodies(ExportedRequest to)
    {
        foreach (var media in (operation.RequestBody?.Content ?? []).Where(media => MediaTypes.IsJson(media.Name)))
        {
            var use = api.Rules.Requests(operation).FirstOrDefault(use => use.MediaType == media);
            if (media.Schema is { } schema && use is not null)
            {
                var request = to.Header(ContentTypePattern.Header, _contentType.Of(media))
                    .Body(StubPattern.Present)
                    .Body(BodyStubs.Invalid(api.View, schema.Node));
                yield return Refusal($"invalid {media.Name}", request, ViolationKind.Body, use) with
                {
                    Name = $"{operation.Id}: a {media.Name} body that the schema rejects",
                    Use = null,
                };
            }
        }
    }

    private Stub Refusal(string key, ExportedRequest request, ViolationKind kind, RuleUse use) =>
        new(key, $"{operation.Id}: refused because {use.Rule.Statement}", request, responses.Refusal(RuleViolation.Of(use, kind)))
        {
            Use = use,
        };

    private RuleUse UseOf(Rule rule, string place) =>
        new(rule, operation, Contract.Schemas.MessageDirection.Request, place, Response: null, MediaType: null);

    private static bool IsOf(string instance, Parameter parameter)
    {
        var place = MessageSites.PlaceOf(parameter);
        return instance == place || instance.StartsWith($"{place}/", StringComparison.Ordinal);
    }

    private static string Key(RuleUse use) =>
        use.MediaType is { } media ? $"rule {use.Rule.Id} {media.Name}" : $"rule {use.Rule.Id} {use.Instance}";
}
