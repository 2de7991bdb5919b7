using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading;

/// <summary>
/// Reads parameters and headers (OpenAPI 3.1, sections 4.8.12 and 4.8.21). A component that several operations share is read once.
/// </summary>
internal sealed class ParameterReader(ModelContext context, ExampleReader examples, ContentReader contents)
{
    private readonly Dictionary<(PlaceId, string Name), Parameter?> _read = [];

    /// <summary>
    /// The parameters of a path item, then those of the operation, which override parameters with the same name and location.
    /// </summary>
    public IReadOnlyList<Parameter> Merged(IEnumerable<DocumentNode> pathItems, DocumentNode operation)
    {
        var merged = new List<Parameter>();
        foreach (var owner in pathItems.Append(operation))
        {
            var own = new List<Parameter>();
            var keys = new HashSet<(ParameterLocation, string)>();
            foreach (var entry in owner.Member("parameters")?.Elements() ?? [])
            {
                if (Read(entry) is { } parameter && keys.Add(KeyOf(parameter)))
                {
                    own.Add(parameter);
                }
            }

            merged.RemoveAll(general => keys.Contains(KeyOf(general)));
            merged.AddRange(own);
        }

        return merged;
    }

    /// <summary>The <c>headers</c> of a response, without <c>Content-Type</c>, which the specification ignores.</summary>
    public IReadOnlyList<Parameter> Headers(DocumentNode response)
    {
        var headers = new List<Parameter>();
        foreach (var (name, entry) in response.Member("headers")?.Members() ?? [])
        {
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                && Shared(entry, name, node => Create(node, name, ParameterLocation.Header)) is { } header)
            {
                headers.Add(header);
            }
        }

        return headers;
    }

    private Parameter? Read(DocumentNode entry) =>
        Shared(
            entry,
            "",
            node => node.Text("name") is { } name && ParameterStyles.ParseLocation(node.Text("in")) is { } location
                ? Create(node, name, location)
                : null);

    private Parameter? Shared(DocumentNode entry, string name, Func<DocumentNode, Parameter?> create)
    {
        if (context.Documents.Follow(entry) is not { Value.ValueKind: JsonValueKind.Object } node)
        {
            return null;
        }

        if (!_read.TryGetValue((node.Place, name), out var parameter))
        {
            parameter = create(node);
            _read.Add((node.Place, name), parameter);
        }

        return parameter;
    }

    private Parameter Create(DocumentNode node, string name, ParameterLocation location)
    {
        var allowed = ParameterStyles.Of(location);
        var written = node.Text("style");
        var style = ParameterStyles.Parse(written is not null && allowed.Contains(written) ? written : allowed[0])!.Value;
        return new Parameter
        {
            Name = name,
            In = location,
            Required = location == ParameterLocation.Path || node.Flag("required"),
            Style = style,
            Explode = node.Member("explode")?.Value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => style == ParameterStyle.Form,
            },
            AllowReserved = node.Flag("allowReserved"),
            AllowEmptyValue = location == ParameterLocation.Query && node.Flag("allowEmptyValue"),
            Deprecated = node.Flag("deprecated"),
            Schema = node.Member("schema") is { } schema ? context.Schemas.At(schema) : null,
            Content = contents.Read(node) is [var content, ..] ? content : null,
            Examples = examples.Read(node),
            DocumentedName = node.Text("x-documented-name") ?? OfSchema(node, "x-documented-name"),
            Sentence = node.Text("x-sentence") ?? OfSchema(node, "x-sentence"),
            Source = context.Provenances.Of(node).Source,
            Node = node,
        };
    }

    private string? OfSchema(DocumentNode parameter, string extension) =>
        parameter.Member("schema") is { } schema ? context.Schemas.View.Text(schema, extension) : null;

    /// <summary>What makes a parameter unique (OpenAPI 3.1, section 4.8.12); the names of headers have no case.</summary>
    private static (ParameterLocation Location, string Name) KeyOf(Parameter parameter) =>
        (parameter.In, parameter.In == ParameterLocation.Header ? parameter.Name.ToUpperInvariant() : parameter.Name);
}
