namespace SocialContract.Architecture;

public class TypeNameTests
{
    /// <summary>Names that two types share, and why no other word is right for either.</summary>
    private static readonly Dictionary<string, string> Shared = new(StringComparer.Ordinal)
    {
        ["Log"] = "each project's log messages stand in its own Log",
        ["Refusal"] = "JSON Schema's compiler refuses a schema, a server a request",
    };

    [Fact]
    public void Two_types_have_the_same_name_only_for_a_reason() => Duplicates()
        .Where(group => !Shared.ContainsKey(group.Key))
        .Select(group => string.Join(", ", group.Select(type => type.FullName)))
        .ShouldBeEmpty();

    [Fact]
    public void Every_reason_is_still_needed() => Shared.Keys.Except(Duplicates().Select(group => group.Key)).ShouldBeEmpty();

    private static IEnumerable<IGrouping<string, Type>> Duplicates() => Repository.Projects.Values
        .SelectMany(project => project.Types)
        .GroupBy(type => type.Name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1);
}
