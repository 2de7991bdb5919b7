using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading;

/// <summary>Reads <c>paths</c> into operations (OpenAPI 3.1, sections 4.8.8 to 4.8.10).</summary>
internal sealed class OperationReader(ModelContext context, SecurityReader security)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly BasePathReader _basePaths = new(context);

    /// <summary>In document order.</summary>
    public IReadOnlyList<Operation> Read()
    {
        var examples = new ExampleReader(context);
        var contents = new ContentReader(context, examples);
        var parameters = new ParameterReader(context, examples, contents);
        var responses = new ResponseReader(context, parameters, contents);
        var operations = new List<Operation>();
        foreach (var (path, item) in context.Documents.Root.Member("paths")?.Members() ?? [])
        {
            if (path.StartsWith('/'))
            {
                var layers = Layers(item);
                foreach (
                    var (method, node) in layers.SelectMany(layer => layer.Members()).Where(IsOperation).DistinctBy(member => member.Name))
                {
                    operations.Add(Create(path, method, node, layers, parameters, responses));
                }
            }
        }

        return operations;
    }

    /// <summary>The path item, then the target of its <c>$ref</c>: fields next to a <c>$ref</c> take precedence.</summary>
    private IReadOnlyList<DocumentNode> Layers(DocumentNode item) =>
        item.Text(Reference.Member) is not null && context.Documents.Follow(item) is { } target ? [item, target] : [item];

    private static bool IsOperation((string Name, DocumentNode Node) member) =>
        OperationMethods.All.Contains(member.Name, StringComparer.Ordinal);

    private Operation Create(
        string path,
        string method,
        DocumentNode node,
        IReadOnlyList<DocumentNode> layers,
        ParameterReader parameters,
        ResponseReader responses)
    {
        var verb = method.ToUpperInvariant();
        var ignoresBody = context.Specification == SpecificationVersion.OpenApi30 && method is "get" or "head" or "trace";
        return new Operation
        {
            Id = node.Text("operationId") is { Length: > 0 } id && _ids.Add(id) ? id : $"{verb} {path}",
            Method = verb,
            Path = path,
            Summary = node.Text("summary") ?? layers.Select(layer => layer.Text("summary")).FirstOrDefault(text => text is not null),
            Deprecated = node.Flag("deprecated"),
            Parameters = Used(parameters.Merged(layers.Reverse(), node), path),
            RequestBody = ignoresBody ? null : responses.Body(node),
            Responses = responses.Responses(node),
            Security = security.Of(node),
            BasePaths = _basePaths.Read(layers.Prepend(node).Append(context.Documents.Root)),
            Faults = context.Faults.Of(node),
            Source = context.Provenances.Of(node).Source,
            Node = node,
        };
    }

    /// <summary>The parameters without path parameters that the template does not have: no request can carry those.</summary>
    private List<Parameter> Used(IReadOnlyList<Parameter> parameters, string path)
    {
        var names = PathTemplate.Names(path);
        var used = new List<Parameter>(parameters.Count);
        foreach (var parameter in parameters)
        {
            if (parameter.In != ParameterLocation.Path || names.Contains(parameter.Name))
            {
                used.Add(parameter);
            }
            else
            {
                context.Diagnostics.Report(
                    DiagnosticCodes.PathParameterUnused,
                    DiagnosticSeverity.Warning,
                    parameter.Node,
                    $"the path {ValueWords.Shorten(path)} has no {{{ValueWords.Shorten(parameter.Name)}}}; the parameter is ignored",
                    context.Diagnostics.Nearest(parameter.Name, names));
            }
        }

        return used;
    }
}
