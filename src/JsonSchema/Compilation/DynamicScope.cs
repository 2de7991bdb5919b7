using System.Collections.Frozen;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>
/// What <c>$dynamicRef</c> finds at a point of an evaluation: for each dynamic anchor the outermost schema resource passed so far
/// that has it (JSON Schema core 7.1). A schema is compiled once for each scope that it can be reached in, so that the evaluation
/// does not need dynamic scopes. Scopes are compared by reference; <see cref="Interner"/> makes each scope once.
/// </summary>
internal sealed class DynamicScope
{
    private readonly string _key;

    private DynamicScope(string key, FrozenDictionary<string, Place> anchors, Place? recursive)
    {
        _key = key;
        Anchors = anchors;
        Recursive = recursive;
    }

    public FrozenDictionary<string, Place> Anchors { get; }

    /// <summary>The outermost resource with a true <c>$recursiveAnchor</c> (2019-09).</summary>
    public Place? Recursive { get; }

    internal sealed class Interner
    {
        private readonly Dictionary<string, DynamicScope> _scopes = new(StringComparer.Ordinal);

        public DynamicScope Empty { get; } = new("", FrozenDictionary<string, Place>.Empty, null);

        /// <summary>The scope after a resource has been entered.</summary>
        public DynamicScope Enter(DynamicScope scope, SchemaResource resource)
        {
            if (resource.DynamicAnchors.Count == 0 && !resource.IsRecursive)
            {
                return scope;
            }

            var added = resource.DynamicAnchors.Where(anchor => !scope.Anchors.ContainsKey(anchor.Key)).ToList();
            var recursive = scope.Recursive is null && resource.IsRecursive;
            if (added.Count == 0 && !recursive)
            {
                return scope;
            }

            var anchors = scope.Anchors.ToDictionary(StringComparer.Ordinal);
            foreach (var (name, pointer) in added)
            {
                anchors[name] = resource.Document.PlaceAt(pointer);
            }

            var root = recursive ? resource.Document.PlaceAt(resource.Pointer) : scope.Recursive;
            var parts = anchors.OrderBy(anchor => anchor.Key, StringComparer.Ordinal)
                .Select(anchor => $"{anchor.Key}={anchor.Value.Location}")
                .Append($"={root?.Location}");
            var key = string.Join('\n', parts);
            if (!_scopes.TryGetValue(key, out var entered))
            {
                _scopes[key] = entered = new(key, anchors.ToFrozenDictionary(StringComparer.Ordinal), root);
            }

            return entered;
        }
    }

    public override string ToString() => _key;
}
