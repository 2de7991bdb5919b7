using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports names in <c>required</c> that <c>properties</c> does not describe, or that messages in one direction may omit.
/// </summary>
internal static class ObjectCheck
{
    public static void Run(LintContext context)
    {
        foreach (var place in context.Schemas.All)
        {
            var schema = place.Node;
            if (schema.Member("required") is not { Value.ValueKind: JsonValueKind.Array } required)
            {
                continue;
            }

            foreach (var entry in required.Elements().Where(entry => entry.Value.ValueKind == JsonValueKind.String))
            {
                var name = entry.Value.GetString()!;
                if (schema.Member("properties")?.Member(name) is { } property)
                {
                    Direction(context, place, entry, name, property);
                }
                else
                {
                    Undescribed(context, schema, entry, name);
                }
            }
        }
    }

    private static void Undescribed(LintContext context, DocumentNode schema, DocumentNode entry, string name)
    {
        var nearest = NearestName.Find(name, schema.Member("properties")?.Members().Select(member => member.Name) ?? []);
        if (schema.Member("additionalProperties") is { Value.ValueKind: JsonValueKind.False } && schema.Member("patternProperties") is null)
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
        else if (schema.Member("properties") is not null && !IsPartial(schema))
        {
            context.Inform(LintCodes.RequiredUndescribed, entry, $"{name} is required, but properties does not describe it");
        }
    }

    /// <summary>Whether other schemas apply to the same object: they may describe what this one requires.</summary>
    private static bool IsPartial(DocumentNode schema)
    {
        var segments = schema.Pointer.Split('/');
        return (segments.Length > 1 && KeywordCatalog.Find(segments[^2]) is { Subschemas: SubschemaForm.List, Step: InstanceStep.Same })
            || KeywordCatalog.Find(segments[^1]) is { Subschemas: SubschemaForm.Schema, Step: InstanceStep.Same }
            || schema.Members().Any(member => KeywordCatalog.Find(member.Name) is
                { Role: KeywordRole.Reference } or { Subschemas: SubschemaForm.List, Step: InstanceStep.Same });
    }

    private static void Direction(LintContext context, LintedSchema place, DocumentNode entry, string name, DocumentNode property)
    {
        var described = context.Api.Documents.Follow(property) ?? property;
        if (place.InRequests && (property.Flag("readOnly") || described.Flag("readOnly")))
        {
            context.Inform(
                LintCodes.ReadOnlyRequired, entry, $"{name} is readOnly and required: responses must have it, requests need not");
        }
        else if (place.InResponses && (property.Flag("writeOnly") || described.Flag("writeOnly")))
        {
            context.Inform(
                LintCodes.ReadOnlyRequired, entry, $"{name} is writeOnly and required: requests must have it, responses need not");
        }
    }
}
