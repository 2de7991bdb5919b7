using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>
/// Properties that keep the other branches of <c>oneOf</c> from accepting an object too: branches that only add optional properties all accept
/// what one of them describes. A null where such a branch wants something else decides it, as a server's row with empty columns would.
/// </summary>
internal sealed class OtherBranchProperties(GenerationRun run, SchemaShape shape)
{
    /// <summary>For each rival the first of its properties that takes no null and that nothing here describes.</summary>
    public IEnumerable<string> Except(List<KeyValuePair<string, GeneratedValue>> members)
    {
        var used = members.Select(member => member.Key).ToHashSet();
        foreach (var rival in shape.OtherBranches)
        {
            var name = run.Reader.Conjuncts(rival).SelectMany(Properties).Where(TakesNoNull).Select(property => property.Name).FirstOrDefault(IsFree);
            if (name is not null && used.Add(name))
            {
                yield return name;
            }
        }
    }

    private IEnumerable<(string Name, DocumentNode Schema)> Properties(DocumentNode part) =>
        run.Reader.HasSiblings(part) && run.Reader.Keyword(part, "properties") is { } properties ? properties.Members() : [];

    private bool TakesNoNull((string Name, DocumentNode Schema) property) =>
        run.Reader.Conjuncts(property.Schema).Any(part => run.Reader.Types(part) is { } types && !types.HasFlag(ValueTypes.Null));

    private bool IsFree(string name) => PropertySchemas.Of(run, shape, name).IsEmpty;
}
