using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>Reports examples of parameters, headers and media types that do not match their schema.</summary>
internal static class ExampleLint
{
    /// <summary>The number of violations that are reported for an example.</summary>
    private const int ReportLimit = 5;

    public static void Run(LintContext context)
    {
        var judged = new HashSet<(PlaceId Example, PlaceId Schema, MessageDirection)>();
        foreach (var operation in context.Api.Operations)
        {
            foreach (var site in MessageSites.Of(operation))
            {
                Examples(site.Parameter?.Examples ?? [], site.Parameter?.Schema, site.Direction);
                if ((site.Parameter?.Content ?? site.MediaType) is { } mediaType)
                {
                    Content(mediaType, site.Direction);
                }
            }
        }

        void Content(MediaType mediaType, MessageDirection direction)
        {
            // The example of another media type may be the text that is sent.
            var isText = !(MediaTypeName.TryParse(mediaType.Name, out var name) && name.IsJson);
            Examples(
                [.. mediaType.Examples.Where(example => !isText || example.Value?.Value.ValueKind != JsonValueKind.String)],
                mediaType.Schema,
                direction);
        }

        void Examples(IReadOnlyList<Example> examples, SchemaReference? schema, MessageDirection direction)
        {
            foreach (var example in examples)
            {
                if (schema is null
                    || example.Value is not { } value
                    || !judged.Add((value.Place, schema.Node.Place, direction)))
                {
                    continue;
                }

                var name = example.Name.Length == 0 ? "the example" : $"the example {example.Name}";
                var violations = SchemaJudgement.Of(value, schema, direction);
                for (var index = 0; index < Math.Min(violations.Count, ReportLimit); index++)
                {
                    var more = index == ReportLimit - 1 && violations.Count > ReportLimit
                        ? $"; and {violations.Count - ReportLimit} more"
                        : "";
                    context.Warn(
                        LintCodes.ExampleInvalid,
                        SchemaJudgement.At(value, violations[index]),
                        $"{name} does not match its schema: {SchemaJudgement.Explain(violations[index])}{more}");
                }
            }
        }
    }
}
