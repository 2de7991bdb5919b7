using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>Examples of parameters, headers and media types that their schema refuses.</summary>
internal static class ExampleCheck
{
    /// <summary>What is told of one example: nobody reads on.</summary>
    private const int MostTold = 5;

    public static void Run(LintContext context)
    {
        var judged = new HashSet<(DocumentFile, string Example, string Schema, MessageDirection)>();
        foreach (var operation in context.Api.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                Parameter(parameter, MessageDirection.Request);
            }

            Content(operation.RequestBody?.Content ?? [], MessageDirection.Request);
            foreach (var response in operation.Responses)
            {
                foreach (var header in response.Headers)
                {
                    Parameter(header, MessageDirection.Response);
                }

                Content(response.Content, MessageDirection.Response);
            }
        }

        void Parameter(Parameter parameter, MessageDirection direction)
        {
            Examples(parameter.Examples, parameter.Schema, direction);
            Content(parameter.Content is { } content ? [content] : [], direction);
        }

        void Content(IReadOnlyList<MediaType> content, MessageDirection direction)
        {
            foreach (var mediaType in content)
            {
                // In other media types a value may be written as the text that is sent.
                var isText = !IsJson(mediaType.Name);
                Examples(
                    [.. mediaType.Examples.Where(example => !isText || example.Value?.Value.ValueKind != JsonValueKind.String)],
                    mediaType.Schema,
                    direction);
            }
        }

        void Examples(IReadOnlyList<Example> examples, SchemaReference? schema, MessageDirection direction)
        {
            foreach (var example in examples)
            {
                if (schema is null
                    || example.Value is not { } value
                    || !judged.Add((value.File, value.Pointer, schema.Node.Location.ToString(), direction)))
                {
                    continue;
                }

                var name = example.Name.Length == 0 ? "the example" : $"the example {example.Name}";
                var violations = Judgement.Of(value, schema, direction);
                for (var index = 0; index < Math.Min(violations.Count, MostTold); index++)
                {
                    var more = index == MostTold - 1 && violations.Count > MostTold ? $"; and {violations.Count - MostTold} more" : "";
                    context.Warn(
                        LintCodes.ExampleInvalid,
                        Judgement.At(value, violations[index]),
                        $"{name} does not fit its schema: {Judgement.Explain(violations[index])}{more}");
                }
            }
        }
    }

    private static bool IsJson(string mediaType)
    {
        var name = mediaType.Split(';')[0].Trim();
        return name.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
