using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>One search for an instance: what was asked for, what it has cost, what is known to be in vain.</summary>
internal sealed class GenerationRun(
    SchemaCatalog schemas, SchemaReader reader, MinimumDepth endings, MessageDirection direction, GenerationMode mode, GenerationLimits limits, int optionalDepth)
{
    private readonly Dictionary<string, GenerationFault> _inVain = [];
    private int _steps;

    public SchemaReader Reader => reader;

    public MinimumDepth MinimumDepth => endings;

    public GenerationMode Mode => mode;

    public GenerationLimits Limits => limits;

    /// <summary>Values at this depth and deeper have only what they must have.</summary>
    public int OptionalDepth => optionalDepth;

    public bool Exhausted => _steps > limits.MaxSteps;

    /// <summary>Counts one value; false where there have been too many.</summary>
    public bool TryStep() => ++_steps <= limits.MaxSteps;

    /// <summary>Whether the compiled schemas accept the value. One that cannot be compiled is left to the verdict on the whole.</summary>
    public bool Fits(IEnumerable<DocumentNode> accepting, byte[] json)
    {
        foreach (var schema in accepting)
        {
            if (schemas.At(schema).Compiled(direction) is CompileResult.Compiled compiled && !compiled.Schema.IsValid(json))
            {
                return false;
            }
        }

        return true;
    }

    public void NoteInVain(ValueRequest request, GenerationFault fault)
    {
        if (!fault.OfLimits)
        {
            _inVain.TryAdd(KeyOf(request), fault);
        }
    }

    public GenerationFault? InVain(ValueRequest request) => _inVain.Count == 0 ? null : _inVain.GetValueOrDefault(KeyOf(request));

    private static string KeyOf(ValueRequest request) =>
        string.Join('\n', request.Schemas.Select(schema => $"{schema.File.Uri}#{schema.Pointer}"));
}
