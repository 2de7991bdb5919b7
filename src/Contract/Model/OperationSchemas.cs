using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Model;

/// <summary>The schemas that an operation's messages need.</summary>
internal static class OperationSchemas
{
    /// <summary>Each schema with the direction of the messages that need it.</summary>
    public static IEnumerable<(SchemaReference Schema, MessageDirection Direction)> Of(Operation operation)
    {
        foreach (var parameter in operation.Parameters)
        {
            if ((parameter.Schema ?? parameter.Content?.Schema) is { } schema)
            {
                yield return (schema, MessageDirection.Request);
            }
        }

        foreach (var mediaType in operation.RequestBody?.Content ?? [])
        {
            if (mediaType.Schema is { } schema)
            {
                yield return (schema, MessageDirection.Request);
            }
        }

        foreach (var response in operation.Responses)
        {
            foreach (
                var schema in response.Headers.Select(header => header.Schema ?? header.Content?.Schema)
                    .Concat(response.Content.Select(mediaType => mediaType.Schema)))
            {
                if (schema is not null)
                {
                    yield return (schema, MessageDirection.Response);
                }
            }
        }
    }

    /// <summary>The faults of the operation and of its schemas; faults at the same place are reported once.</summary>
    public static IReadOnlyList<Diagnostic> Check(Operation operation, SchemaCatalog schemas)
    {
        List<Diagnostic>? all = null;
        foreach (var (schema, direction) in Of(operation))
        {
            foreach (var fault in schemas.FaultsOf(schema, direction))
            {
                all ??= [.. operation.Faults];
                if (all.TrueForAll(other => other.Pointer != fault.Pointer || other.Position.File != fault.Position.File))
                {
                    all.Add(fault);
                }
            }
        }

        return all ?? operation.Faults;
    }
}
