using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>The types that a value may have, in the order in which they are tried.</summary>
internal sealed class TypeOrder(GenerationRun run)
{
    private const int DeepLevel = 8;

    private static readonly ValueTypes[] All =
        [
            ValueTypes.String, ValueTypes.Integer, ValueTypes.Number, ValueTypes.Boolean, ValueTypes.Object, ValueTypes.Array,
            ValueTypes.Null,
        ];

    public IReadOnlyList<ValueTypes> Of(SchemaShape shape, ValueRequest request, Variation variation, SeededRandom random)
    {
        var allowed = ValueTypes.Any;
        var named = new List<ValueTypes>();
        foreach (var part in shape.Known)
        {
            allowed &= part.Types ?? ValueTypes.Any;
            named.AddRange(part.NamedTypes);
        }

        foreach (var excluded in shape.Excluded)
        {
            allowed &= ~ExcludedTypes(excluded);
        }

        var open = Preferred(shape, named)
            .Select(type => type & allowed)
            .Where(type => type != ValueTypes.None)
            .Select(Whole)
            .Distinct()
            .ToList();
        if (variation == Variation.Random || (run.Mode == GenerationMode.Dynamic && named.Count > 1))
        {
            var turn = random.Next(open.Count == 0 ? 1 : open.Count);
            open = [.. open.Skip(turn), .. open.Take(turn)];
        }

        var nullFirst = request.Depth >= DeepLevel
            || (open.Contains(ValueTypes.Null) && shape.Parts.Any(shape.IsInParents))
            || (run.Mode == GenerationMode.Dynamic && random.Once(8));
        return [.. open.OrderBy(type => (type == ValueTypes.Null) == nullFirst ? 0 : 1)];
    }

    private static IEnumerable<ValueTypes> Preferred(SchemaShape shape, List<ValueTypes> named) =>
        (named.Count > 0 ? named : TypeNames.Implied.Where(type => shape.Known.Any(part => (part.ImpliedTypes & type) != 0))).Concat(All);

    /// <summary>A fraction alone is asked for as a number.</summary>
    private static ValueTypes Whole(ValueTypes type) => type is ValueTypes.Fraction ? ValueTypes.Number : type;

    /// <summary>The types of a <c>not</c> that restricts nothing else.</summary>
    private ValueTypes ExcludedTypes(DocumentNode excluded) =>
        run.Reader.Known(excluded).RestrictsTypeAlone ? run.Reader.Types(excluded) ?? ValueTypes.None : ValueTypes.None;
}
