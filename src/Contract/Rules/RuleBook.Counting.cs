using SocialApi.Contract.Model;

namespace SocialApi.Contract.Rules;

/// <content>How many rules there are.</content>
public sealed partial class RuleBook
{
    /// <summary>Distinct rules by how sure the document is of them; all three sources are there.</summary>
    public IReadOnlyDictionary<RuleSource, int> CountBySource()
    {
        var counts = Enum.GetValues<RuleSource>().ToDictionary(source => source, _ => 0);
        foreach (var rule in _all.Value.Values)
        {
            counts[rule.Source]++;
        }

        return counts;
    }
}
