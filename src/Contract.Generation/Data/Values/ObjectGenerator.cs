using System.Collections.Immutable;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Plausible;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>
/// Generates objects: required properties, optional properties as the mode asks, and invented ones only where <c>minProperties</c>
/// requires more.
/// </summary>
internal sealed class ObjectGenerator(GenerationRun run, ValueGenerator values, SchemaFlattener flattener)
{
    private const int MaxExtensions = 8;

    /// <summary>The bytes of the shortest member: a name of one letter, its quotes, a colon, a digit.</summary>
    private const int ShortestMember = 5;

    public GenerationResult Generate(SchemaShape shape, ValueRequest request, Choices choices, Variation variation, SeededRandom random)
    {
        var plan = Plan(shape, request, choices, variation, random);
        if (shape.Fault is { } fault)
        {
            return fault;
        }

        if (plan.RequiredCount > run.Limits.MaxBytes / ShortestMember)
        {
            return TooMany(shape, request, KeywordNames.Required, plan.RequiredCount);
        }

        var members = new List<KeyValuePair<string, GeneratedValue>>();
        var bytes = 0L;
        foreach (var name in plan.Names)
        {
            var result = Member(shape, request, name, variation);
            if (result is GeneratedValue value)
            {
                members.Add(new(name, value));
                bytes += GeneratedValue.Object.LeastBytesOf(name, value);
            }
            else if (plan.IsRequired(name))
            {
                return result;
            }

            if (!run.TryGrow(bytes))
            {
                return run.LimitFault(request.Schemas[0]);
            }
        }

        if (variation == Variation.Exclusive)
        {
            var present = members.Select(member => member.Key).ToHashSet();
            var added = new OtherBranchProperties(run, shape).Find(present);
            members.AddRange(added.Select(name => KeyValuePair.Create(name, GeneratedValue.Null)));
        }

        return Complete(shape, request, plan, members, variation, random);
    }

    private PropertyPlan Plan(SchemaShape shape, ValueRequest request, Choices choices, Variation variation, SeededRandom random)
    {
        PropertyPlan plan;
        var parts = -1;
        for (var round = 0; ; round++)
        {
            plan = new PropertyPlan(run, shape, request, variation);
            if (round == MaxExtensions || shape.Parts.Count == parts)
            {
                return plan;
            }

            parts = shape.Parts.Count;
            foreach (var dependents in shape.All(KeywordNames.DependentSchemas).ToList())
            {
                run.Count(dependents.Value.ValueKind == JsonValueKind.Object ? dependents.Value.GetPropertyCount() : 0);
                foreach (var (name, schema) in dependents.Members().Where(entry => plan.Has(entry.Name)))
                {
                    flattener.Extend(shape, schema, request, choices, variation, random);
                }
            }
        }
    }

    private GenerationResult Member(SchemaShape shape, ValueRequest request, string name, Variation variation)
    {
        var schemas = PropertySchemas.Of(run, shape, name);
        if (schemas.IsEmpty)
        {
            return GeneratedValue.Text(
                shape.Discriminators.GetValueOrDefault(name) ?? PlainText.Of(name, request.Ordinal, 0, int.MaxValue));
        }

        var seed = StableSeed.Combine(request.Seed, name);
        return values.Generate(new ValueRequest
        {
            Schemas = schemas,
            Name = name,
            Ordinal = request.Ordinal,
            Repeat = request.Repeat,
            Depth = request.Depth + 1,
            Seed = variation == Variation.Random ? StableSeed.Combine(seed, request.Seed) : seed,
            Hints = Hints(shape, request, name),
            Discriminator = shape.Discriminators.GetValueOrDefault(name),
            Around = shape,
        });
    }

    /// <summary>The values that examples of the whole object, or of a part of it, have under that name.</summary>
    private ImmutableArray<DocumentNode> Hints(SchemaShape shape, ValueRequest request, string name) =>
        run.Mode == GenerationMode.Dynamic
            ? []
            : [
                .. request.Hints
                    .Concat(shape.All(KeywordNames.Example))
                    .Concat(shape.All(KeywordNames.Examples).SelectMany(list => list.Elements()))
                    .Select(example => example.Member(name))
                    .OfType<DocumentNode>(),
            ];

    /// <summary>Adds members until there are as many as <c>minProperties</c> requires.</summary>
    private GenerationResult Complete(
        SchemaShape shape,
        ValueRequest request,
        PropertyPlan plan,
        List<KeyValuePair<string, GeneratedValue>> members,
        Variation variation,
        SeededRandom random)
    {
        var min = shape.Count(KeywordNames.MinProperties, greatest: true) ?? 0;
        if (min > run.Limits.MaxBytes / ShortestMember)
        {
            return TooMany(shape, request, KeywordNames.MinProperties, min);
        }

        if (members.Count < min)
        {
            var used = members.Select(member => member.Key).ToHashSet();
            foreach (var name in plan.Spare.Concat(new InventedNames(run, shape, request).Enumerate(min, random)))
            {
                if (used.Add(name) && Member(shape, request, name, variation) is GeneratedValue value)
                {
                    members.Add(new(name, value));
                }

                if (members.Count == min || run.Exhausted)
                {
                    break;
                }
            }
        }

        return members.Count < min
            ? new GenerationFault(
                shape.PlaceOf(KeywordNames.MinProperties, request.Schemas[0]),
                $"only {members.Count} members could be generated, fewer than minProperties requires",
                run.Exhausted)
            : members.Count > plan.Max
                ? new GenerationFault(
                    shape.PlaceOf(KeywordNames.MaxProperties, request.Schemas[0]),
                    $"{members.Count} members are required, more than maxProperties allows")
                : new GeneratedValue.Object(members);
    }

    private static GenerationFault TooMany(SchemaShape shape, ValueRequest request, string keyword, int count) => new(
        shape.PlaceOf(keyword, request.Schemas[0]),
        $"an object of {count} members exceeds the size limit of generated data",
        OfLimits: true);
}
