using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Export.Schemas;

/// <summary>
/// The names of schemas in <c>$defs</c>: the last name of their place, with a number where another has it. Only letters, digits, dots,
/// hyphens and underscores, so that a reference to it needs no escapes.
/// </summary>
internal sealed class DefinitionNames
{
    private readonly Dictionary<(PlaceId Place, bool IsWhole), string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <param name="isWhole">Whether the definition has all its keywords.</param>
    /// <param name="isMarked">Whether the name tells so, because a definition of the same schema may have only some.</param>
    public string Of(DocumentNode schema, bool isWhole, bool isMarked, out bool isNew)
    {
        isNew = !_names.TryGetValue((schema.Place, isWhole), out var known);
        if (!isNew)
        {
            return known!;
        }

        var wanted = SafeNames.Of(schema.Place.Name.Length == 0 ? "Root" : schema.Place.Name) + (isWhole && isMarked ? "-whole" : "");
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{wanted}-{number}";
        }

        return _names[(schema.Place, isWhole)] = name;
    }
}
