using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Generation.Data.Values;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Generation;

/// <summary>
/// Generates instances that satisfy every keyword of a schema: the same bytes for the same seed on every machine. An instance that the
/// compiled schema does not accept is never returned. Thread-safe.
/// </summary>
public sealed class DataGenerator
{
    /// <summary>The depths down to which optional properties are generated, tried in turn while the instance is too large.</summary>
    private static readonly int[] OptionalDepths = [8, 4, 2, 1, 0];

    private readonly DocumentSet _documents;
    private readonly (SchemaReader Reader, MinimumDepth MinimumDepth) _requests;
    private readonly (SchemaReader Reader, MinimumDepth MinimumDepth) _responses;
    private readonly SchemaCatalog _schemas;
    private readonly GenerationLimits _limits;

    public DataGenerator(ContractDescription api, GenerationLimits? limits = null)
    {
        _documents = api.Documents;
        _requests = Readers(MessageDirection.Request);
        _responses = Readers(MessageDirection.Response);
        _schemas = api.Schemas;
        _limits = limits ?? GenerationLimits.Default;

        (SchemaReader Reader, MinimumDepth MinimumDepth) Readers(MessageDirection direction)
        {
            var reader = new SchemaReader(api.Documents, api.View, direction);
            return (reader, new MinimumDepth(reader));
        }
    }

    /// <summary>An instance of the schema, or why none was found.</summary>
    /// <param name="direction">
    /// Decides which properties are left out: <c>readOnly</c> ones in requests, <c>writeOnly</c> ones in responses.
    /// </param>
    /// <param name="seed">Varies dynamic data; static data is the same for every seed.</param>
    public GenerationOutcome Generate(
        SchemaReference schema, MessageDirection direction, ulong seed, GenerationMode mode = GenerationMode.Static)
    {
        if (schema.Compiled(direction) is CompileResult.Failed failed)
        {
            var fault = failed.Faults[0];
            return new GenerationOutcome.Impossible(_documents.Find(fault.Location) ?? schema.Node, fault.Message);
        }

        return Generate([schema.Node], direction, seed, mode);
    }

    /// <summary>
    /// An instance that all the schemas accept. A schema that does not compile counts as far as its keywords can be read.
    /// </summary>
    internal GenerationOutcome Generate(
        IReadOnlyList<DocumentNode> schemas, MessageDirection direction, ulong seed, GenerationMode mode = GenerationMode.Static) =>
        Generate(schemas, direction, seed, mode, long.MaxValue, out _);

    /// <param name="maxWork">The work after which the search ends, if it is less than the limits allow.</param>
    /// <param name="work">The work that the search took, in the units of <see cref="GenerationLimits.MaxWork"/>.</param>
    internal GenerationOutcome Generate(
        IReadOnlyList<DocumentNode> schemas, MessageDirection direction, ulong seed, GenerationMode mode, long maxWork, out long work)
    {
        work = 0;
        var (reader, minimumDepth) = direction == MessageDirection.Request ? _requests : _responses;
        GenerationFault? first = null;
        var deepest = int.MaxValue;
        foreach (var depth in OptionalDepths)
        {
            if (depth > deepest)
            {
                // The last run had no optional properties that deep: this one would be the same.
                continue;
            }

            var mostWork = Math.Min(GenerationLimits.MaxWork, maxWork - work);
            var run = new GenerationRun(_schemas, reader, minimumDepth, direction, mode, _limits, depth, mostWork);
            var result = new ValueGenerator(run).Generate(new ValueRequest
            {
                Schemas = [.. schemas],
                Seed = mode == GenerationMode.Static ? 0 : StableSeed.Combine(0, seed),
            });
            work += run.Work;
            deepest = run.DeepestOptional;
            if (run.IsTooLarge)
            {
                first ??= run.LimitFault(schemas[0]);
                continue;
            }

            if (result is GeneratedValue value)
            {
                var json = value.ToUtf8();
                if (json.Length <= _limits.MaxBytes)
                {
                    return new GenerationOutcome.Generated(json, value.Origin);
                }

                first ??= new(
                    schemas[0], $"the instance has {json.Length} bytes, more than the limit of {_limits.MaxBytes}", OfLimits: true);
                continue;
            }

            first ??= result as GenerationFault;
            if (result is GenerationFault { OfLimits: false })
            {
                break;
            }
        }

        return new GenerationOutcome.Impossible(first!.Keyword, first.Reason);
    }
}
