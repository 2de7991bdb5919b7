using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>One search for an instance: its options, the steps taken so far, and the requests that are known to be unsatisfiable.</summary>
internal sealed class GenerationRun(
    SchemaCatalog schemas,
    SchemaReader reader,
    MinimumDepth minimumDepth,
    MessageDirection direction,
    GenerationMode mode,
    GenerationLimits limits,
    int optionalDepth,
    long maxWork)
{
    private readonly Dictionary<string, GenerationFault> _unsatisfiable = [];
    private int _steps;
    private long _largest;

    public SchemaReader Reader => reader;

    public MinimumDepth MinimumDepth => minimumDepth;

    public GenerationMode Mode => mode;

    public GenerationLimits Limits => limits;

    /// <summary>
    /// The greatest depth for which <see cref="TakesOptional"/> was true; -1 if there is none. With a smaller optional depth above it the
    /// run would be the same.
    /// </summary>
    public int DeepestOptional { get; private set; } = -1;

    /// <summary>Whether the run has ended at a limit.</summary>
    public bool Exhausted => _steps > limits.MaxSteps || Work > maxWork || IsTooLarge;

    /// <summary>Whether an object or an array became larger than the whole instance may be.</summary>
    public bool IsTooLarge => _largest > limits.MaxBytes;

    /// <summary>The work so far: branches compared, properties considered, bytes written.</summary>
    public long Work { get; private set; }

    /// <summary>
    /// Whether objects at this depth have optional properties, and arrays more elements than they need; not from a certain depth on.
    /// </summary>
    public bool TakesOptional(int depth)
    {
        if (depth >= optionalDepth)
        {
            return false;
        }

        DeepestOptional = Math.Max(DeepestOptional, depth);
        return true;
    }

    /// <summary>Looks at the size of an unfinished object or array; false if it is too large already.</summary>
    /// <param name="bytes">The bytes so far.</param>
    public bool TryGrow(long bytes)
    {
        _largest = Math.Max(_largest, bytes);
        return !IsTooLarge;
    }

    /// <summary>The fault of a run that ends at a limit.</summary>
    public GenerationFault LimitFault(DocumentNode schema) => new(
        schema,
        IsTooLarge
            ? $"the instance has at least {_largest} bytes, more than the limit of {limits.MaxBytes}"
            : "no instance was found within the allowed number of attempts",
        OfLimits: true);

    /// <summary>Counts one value; false once a limit is exceeded.</summary>
    public bool TryStep()
    {
        _steps++;
        Work++;
        return !Exhausted;
    }

    /// <summary>Counts work that grows with the size of a schema or a value.</summary>
    public void Count(int work) => Work += work;

    /// <summary>
    /// Whether the compiled schemas accept the value. A schema that does not compile is left to the check of the whole instance.
    /// </summary>
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

    /// <summary>
    /// Records that the request's schemas have no common instance; a fault of limits is not recorded, since it depends on the depth.
    /// </summary>
    public void AddUnsatisfiable(ValueRequest request, GenerationFault fault)
    {
        if (!fault.OfLimits)
        {
            _unsatisfiable.TryAdd(KeyOf(request), fault);
        }
    }

    /// <summary>The fault recorded for the same schemas; null where there is none.</summary>
    public GenerationFault? FindUnsatisfiable(ValueRequest request) =>
        _unsatisfiable.Count == 0 ? null : _unsatisfiable.GetValueOrDefault(KeyOf(request));

    private static string KeyOf(ValueRequest request) =>
        string.Join('\n', request.Schemas.Select(schema => $"{schema.File.Uri}#{schema.Pointer}"));
}
