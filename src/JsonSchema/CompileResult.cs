using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema;

/// <summary>The result of compiling a schema.</summary>
public abstract record CompileResult
{
    private CompileResult()
    {
    }

    public sealed record Compiled(CompiledSchema Schema) : CompileResult;

    /// <param name="Faults">The faults of the schema and of every schema that it reaches.</param>
    public sealed record Failed(IReadOnlyList<SchemaFault> Faults) : CompileResult;
}
