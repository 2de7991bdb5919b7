using System.Collections.Immutable;

namespace SocialContract.Verification.Sending;

/// <summary>Ids that the server gave, each by the operation that created what it names. Immutable.</summary>
internal sealed class ResourceIds
{
    private readonly ImmutableDictionary<string, string> _byCreator;

    private ResourceIds(ImmutableDictionary<string, string> byCreator) => _byCreator = byCreator;

    public static ResourceIds None { get; } = new(ImmutableDictionary<string, string>.Empty);

    public IEnumerable<KeyValuePair<string, string>> All => _byCreator;

    /// <summary>The id of what the operation created; null where there is none.</summary>
    public string? Find(string creator) => _byCreator.GetValueOrDefault(creator);

    public ResourceIds With(string creator, string id) => new(_byCreator.SetItem(creator, id));

    /// <summary>The first of the operations that created nothing yet; null where all ids are there.</summary>
    public string? Missing(IEnumerable<string> needs) => needs.FirstOrDefault(creator => !_byCreator.ContainsKey(creator));
}
