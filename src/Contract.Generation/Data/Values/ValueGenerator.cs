using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Numbers;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Generation.Data.Texts;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>
/// Generates a value that satisfies several schemas at once: first from the examples and defaults of the schemas, then from their
/// keywords, in repeated attempts with other branches, fewer properties and other seeds.
/// </summary>
internal sealed class ValueGenerator
{
    private const int MaxAttempts = 24;

    /// <summary>The work of validating a value, in the units of <see cref="GenerationLimits.MaxWork"/>.</summary>
    private const int WorkOfTrial = 2;

    /// <summary>So many bytes of a validated value are a unit of work more.</summary>
    private const int BytesOfTrial = 64;

    private static readonly Variation[] Rounds =
        [Variation.Natural, Variation.Exclusive, Variation.Minimal, Variation.Random, Variation.Random, Variation.Random, Variation.Random];

    /// <summary>Keywords to blame where a value does not fit, the most likely first.</summary>
    private static readonly string[] KeywordsMetByTrial =
    [
        KeywordNames.Not, KeywordNames.OneOf, KeywordNames.AnyOf, KeywordNames.If, KeywordNames.Contains, KeywordNames.UniqueItems,
        KeywordNames.DependentSchemas, KeywordNames.PropertyNames,
    ];

    private readonly GenerationRun _run;
    private readonly SchemaFlattener _flattener;
    private readonly OfferedValues _offers;
    private readonly TypeOrder _types;
    private readonly StringGenerator _strings;
    private readonly NumberGenerator _numbers;
    private readonly ArrayGenerator _arrays;
    private readonly ObjectGenerator _objects;

    public ValueGenerator(GenerationRun run)
    {
        _run = run;
        _flattener = new(run.Reader, new BranchOrder(run));
        _offers = new(run);
        _types = new(run);
        _strings = new(run);
        _numbers = new(run);
        _arrays = new(run, this);
        _objects = new(run, this, _flattener);
    }

    public GenerationResult Generate(ValueRequest request)
    {
        if (!_run.TryStep())
        {
            return _run.LimitFault(request.Schemas[0]);
        }

        if (request.Depth > _run.Limits.MaxDepth)
        {
            return new GenerationFault(request.Schemas[0], TooDeep(request), OfLimits: true);
        }

        if (_run.FindUnsatisfiable(request) is { } known)
        {
            return known;
        }

        if (_offers.First(request) is { } offered)
        {
            return offered;
        }

        var result = Search(request);
        if (result is GenerationFault fault)
        {
            _run.AddUnsatisfiable(request, fault);
        }

        return result;
    }

    private GenerationResult Search(ValueRequest request)
    {
        GenerationFault? first = null;
        for (var round = 0; round < Rounds.Length && !_run.Exhausted; round++)
        {
            var variation = Rounds[round];
            var varied = variation != Variation.Random ? request : request with { Seed = StableSeed.Combine(request.Seed, (ulong)round) };
            var mustBeTried = false;
            var choices = new Choices(MaxAttempts);
            do
            {
                var random = new SeededRandom(varied.Seed);
                var shape = _flattener.Flatten(varied, choices, variation, random);
                var result = shape.Fault ?? Generate(shape, varied, choices, variation, random);
                if (result is GeneratedValue value)
                {
                    // The whole instance is always checked by the compiled schema.
                    if (!shape.MustBeTried && request.Depth != 0)
                    {
                        return result;
                    }

                    var json = value.ToUtf8();
                    _run.Count(json.Length);
                    if (_run.Fits(request.Schemas, json))
                    {
                        return result;
                    }

                    result = MisfitOf(shape, request, json);
                    mustBeTried = true;
                }

                mustBeTried |= shape.MustBeTried;
                first ??= result as GenerationFault;
            }
            while (choices.TryNext() && !_run.Exhausted);

            if (!mustBeTried)
            {
                break;
            }
        }

        return first!;
    }

    private GenerationResult Generate(SchemaShape shape, ValueRequest request, Choices choices, Variation variation, SeededRandom random)
    {
        if (_offers.FromValues(shape, request, random) is { } listed)
        {
            return listed;
        }

        var types = _types.Of(shape, request, variation, random);
        if (types.Count == 0)
        {
            return new GenerationFault(
                shape.PlaceOf(KeywordNames.Type, request.Schemas[0]), "the schemas that apply have no type in common");
        }

        return types[choices.Pick(types.Count)] switch
        {
            ValueTypes.Null => GeneratedValue.Null,
            ValueTypes.Boolean => _numbers.Boolean(request, variation, random),
            ValueTypes.Integer => _numbers.Generate(shape, request, integer: true, variation, random),
            ValueTypes.Number => _numbers.Generate(shape, request, integer: false, variation, random),
            ValueTypes.String => _strings.Generate(shape, request, variation, random),
            ValueTypes.Array => _arrays.Generate(shape, request, variation, random),
            _ => _objects.Generate(shape, request, choices, variation, random),
        };
    }

    private string TooDeep(ValueRequest request)
    {
        var schemas = request.Schemas.Concat(request.Around?.Parts ?? []);
        return schemas.Any(schema => _run.MinimumDepth.Of(schema) >= MinimumDepth.Unbounded)
            ? "an instance would be infinite: it must contain another instance of the same schema"
            : $"an instance needs more than {_run.Limits.MaxDepth} levels of arrays and objects";
    }

    private GenerationFault MisfitOf(SchemaShape shape, ValueRequest request, byte[] json)
    {
        foreach (var branches in shape.All(KeywordNames.OneOf))
        {
            if (branches.Elements().Where(branch => FitsCounted(branch, json)).Skip(1).Any())
            {
                return new(branches, "every value found is accepted by more than one alternative of oneOf");
            }
        }

        foreach (var keyword in KeywordsMetByTrial)
        {
            if (shape.First(keyword) is { } place)
            {
                return new(place, $"no value was found that satisfies {keyword} together with its sibling keywords");
            }
        }

        return new(request.Schemas[0], "no value was found that satisfies all keywords together");
    }

    private bool FitsCounted(DocumentNode branch, byte[] json)
    {
        _run.Count(WorkOfTrial + (json.Length / BytesOfTrial));
        return !_run.Exhausted && _run.Fits([branch], json);
    }
}
