using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Model;

/// <summary>The schemas that an operation's messages need.</summary>
internal static class OperationSchemas
{
    /// <summary>Each schema with the direction it is needed in.</summary>
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
            foreach (var schema in response.Headers.Select(header => header.Schema ?? header.Content?.Schema).Concat(response.Content.Select(mediaType => mediaType.Schema)))
            {
                if (schema is not null)
                {
                    yield return (schema, MessageDirection.Response);
                }
            }
        }
    }

    /// <summary>The operation's faults with those of its schemas; what is wrong at one place is told once.</summary>
    public static IReadOnlyList<Diagnostic> Check(Operation operation, SchemaCatalog schemas)
    {
        List<Diagnostic>? all = null;
        foreach (var (schema, direction) in Of(operation))
        {
            foreach (var fault in schemas.FaultsOf(schema, direction))
            {
                all ??= [.. operation.Faults];
                if (all.TrueForAll(known => known.Pointer != fault.Pointer || known.Position.File != fault.Position.File))
                {
                    all.Add(fault);
                }
            }
        }

        return all ?? operation.Faults;
    }
}
