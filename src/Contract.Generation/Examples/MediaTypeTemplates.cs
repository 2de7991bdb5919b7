using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>The templates of all bodies that a media type of a response can have.</summary>
internal sealed class MediaTypeTemplates
{
    private readonly List<(Example Example, ResponseTemplate Template)> _examples;
    private readonly ResponseTemplate? _static;
    private readonly ResponseTemplate? _dynamic;

    public MediaTypeTemplates(MediaType mediaType, DataGenerator generator, TargetTypes types)
    {
        MediaType = mediaType;
        _examples = [.. mediaType.Examples.Select(example => (example, Compile(mediaType, example, types)))];
        if (mediaType.Schema is { } schema)
        {
            _static = new StaticTemplate(mediaType, schema, generator);
            _dynamic = new DynamicTemplate(mediaType, schema, generator);
        }

        Violations = new ViolationTemplate(mediaType);
    }

    public MediaType MediaType { get; }

    public ViolationTemplate Violations { get; }

    public IEnumerable<ResponseTemplate> Examples => _examples.Select(entry => entry.Template);

    public ResponseTemplate? ForExample(string name) =>
        _examples.FirstOrDefault(entry => entry.Example.Name == name).Template;

    /// <summary>
    /// The body where the client asks for no example by name: the first example (for the caller's role, where it is known), else generated
    /// data; null where the media type has neither example nor schema.
    /// </summary>
    public ResponseTemplate? Default(bool ignoreExamples, bool dynamic, string? role)
    {
        var data = dynamic ? _dynamic : ignoreExamples ? _static : null;
        var usable = _examples.Where(entry => entry.Example.Value is not null).ToList();
        return data
            ?? usable.FirstOrDefault(entry => role is null || entry.Example.Role is null || entry.Example.Role == role).Template
            ?? usable.FirstOrDefault().Template
            ?? _static
            ?? _examples.FirstOrDefault().Template;
    }

    /// <summary>
    /// The body of a refusal: an example that does not depend on a provider state, else generated data, else any example.
    /// </summary>
    public ResponseTemplate? ForRefusal() =>
        _examples.FirstOrDefault(entry => entry.Example.Value is not null && entry.Example.ProviderStates.Count == 0).Template
        ?? _static
        ?? _examples.FirstOrDefault().Template;

    private static ResponseTemplate Compile(MediaType mediaType, Example example, TargetTypes types)
    {
        var origin = new ResponseOrigin(ResponseOriginKind.Example, example.Name, example.Node.Position, example.Source);
        if (example.Value is not { } value)
        {
            var reason = example.ExternalValue is { } url
                ? $"the example's value is external ({url}) and is not fetched; write it into the document"
                : "the example has no value; write it into the document";
            return new FailedTemplate(origin, $"{example.Node.Position}: {reason}");
        }

        if (!BodyEncoding.TryEncodeExample(mediaType, value, out var body, out var problem))
        {
            return new FailedTemplate(origin, problem);
        }

        if (example.Echoes.Count == 0 || !MediaTypes.IsJson(mediaType.Name))
        {
            return new FixedTemplate(origin, body);
        }

        var compiler = new TemplateCompiler(types);
        var pieces = compiler.Compile(value.Value, mediaType.Schema?.Node, example.Echoes);
        return new EchoTemplate(origin, pieces, compiler.Faults);
    }
}
