using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>
/// Properties that make the other branches of <c>oneOf</c> reject an object. Branches that only add optional properties all accept an
/// object of any of them; a null for a property to which another branch gives a type without null excludes that branch.
/// </summary>
internal sealed class OtherBranchProperties(GenerationRun run, SchemaShape shape)
{
    /// <summary>For each other branch its first property that does not allow null and that the chosen schemas do not describe.</summary>
    /// <param name="present">Properties that the object already has.</param>
    public IEnumerable<string> Find(IReadOnlySet<string> present)
    {
        var used = present.ToHashSet();
        foreach (var branch in shape.OtherBranches)
        {
            var name = run.Reader.Conjuncts(branch).SelectMany(Properties)
                .Where(RejectsNull).Select(property => property.Name).FirstOrDefault(IsUndescribed);
            if (name is not null && used.Add(name))
            {
                yield return name;
            }
        }
    }

    private IEnumerable<(string Name, DocumentNode Schema)> Properties(DocumentNode part) =>
        run.Reader.Keyword(part, KeywordNames.Properties) is { } properties ? properties.Members() : [];

    private bool RejectsNull((string Name, DocumentNode Schema) property) =>
        run.Reader.Conjuncts(property.Schema).Any(part => run.Reader.Types(part) is { } types && !types.HasFlag(ValueTypes.Null));

    private bool IsUndescribed(string name) => PropertySchemas.Of(run, shape, name).IsEmpty;
}
