using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>The schemas that an operation's messages need.</summary>
internal static class OperationSchemas
{
    /// <summary>Each schema with the direction of the messages that need it.</summary>
    public static IEnumerable<(SchemaReference Schema, MessageDirection Direction)> Of(Operation operation)
    {
        foreach (var site in MessageSites.Of(operation))
        {
            if (site.Schema is { } schema)
            {
                yield return (schema, site.Direction);
            }
        }
    }

    /// <summary>The faults of the operation and of its schemas; faults at the same place are reported once.</summary>
    public static IReadOnlyList<Diagnostic> FaultsOf(Operation operation, SchemaCatalog schemas)
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
