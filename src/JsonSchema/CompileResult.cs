using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema;

/// <summary>What became of a schema.</summary>
public abstract record CompileResult
{
    private CompileResult()
    {
    }

    public sealed record Compiled(CompiledSchema Schema) : CompileResult;

    /// <param name="Faults">Every fault of every schema that is reachable from the one asked for.</param>
    public sealed record Failed(IReadOnlyList<SchemaFault> Faults) : CompileResult;
}
