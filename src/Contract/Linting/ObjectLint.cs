using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports names in <c>required</c> that <c>properties</c> does not describe, or that messages in one direction may omit.
/// </summary>
internal static class ObjectLint
{
    public static void Run(LintContext context)
    {
        var view = context.Api.View;
        foreach (var place in context.Schemas.All)
        {
            var schema = place.Node;
            if (view.Keyword(schema, KeywordNames.Required) is not { } required)
            {
                continue;
            }

            var inRequests = place.InRequests ? view.Exemptions(schema, MessageDirection.Request) : _ => false;
            var inResponses = place.InResponses ? view.Exemptions(schema, MessageDirection.Response) : _ => false;
            foreach (var entry in required.Elements().Where(entry => entry.Value.ValueKind == JsonValueKind.String))
            {
                var name = entry.Value.GetString()!;
                if (inRequests(name))
                {
                    context.Inform(
                        LintCodes.ReadOnlyRequired, entry, $"{name} is readOnly and required: responses must have it, requests need not");
                }
                else if (inResponses(name))
                {
                    context.Inform(
                        LintCodes.ReadOnlyRequired, entry, $"{name} is writeOnly and required: requests must have it, responses need not");
                }
                else if (view.Keyword(schema, KeywordNames.Properties)?.Member(name) is null)
                {
                    Undescribed(context, place, entry, name);
                }
            }
        }
    }

    private static void Undescribed(LintContext context, LintedSchema place, DocumentNode entry, string name)
    {
        var (view, schema) = (context.Api.View, place.Node);
        var properties = view.Keyword(schema, KeywordNames.Properties);
        var nearest = context.Nearest(name, properties?.Members().Select(member => member.Name) ?? []);
        if (view.Keyword(schema, KeywordNames.AdditionalProperties) is { Value.ValueKind: JsonValueKind.False }
            && view.Keyword(schema, KeywordNames.PatternProperties) is null)
        {
            context.Warn(
                LintCodes.RequiredForbidden,
                entry,
                $"{name} is required, but additionalProperties: false forbids it, so no object matches",
                nearest);
        }
        else if (nearest is not null)
        {
            context.Warn(LintCodes.RequiredUndescribed, entry, $"{name} is required, but properties does not describe it", nearest);
        }
        else if (properties is not null && !IsPartial(view, place))
        {
            context.Inform(LintCodes.RequiredUndescribed, entry, $"{name} is required, but properties does not describe it");
        }
    }

    /// <summary>Whether other schemas apply to the same object: they may describe what this one requires.</summary>
    private static bool IsPartial(SchemaView view, LintedSchema schema) =>
        schema.In is { Step: InstanceStep.Same }
        || view.Keywords(schema.Node).Any(entry => entry.Keyword is
            { Role: KeywordRole.Reference } or { Subschemas: SubschemaForm.List, Step: InstanceStep.Same });
}
