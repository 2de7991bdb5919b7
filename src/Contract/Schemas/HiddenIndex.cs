using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// Remembers for each schema what <see cref="HiddenProperties"/> says of it in one direction. What follows from other schemas is computed
/// for all of them at once, without recursion, so that the work stays proportional to the document for long chains and circles, too.
/// Thread-safe.
/// </summary>
internal sealed class HiddenIndex(SchemaView view, MessageDirection direction)
{
    private static readonly ImmutableHashSet<string> NoNames = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The annotation that hides values in that direction.</summary>
    private readonly string _mark = direction == MessageDirection.Request ? KeywordNames.ReadOnly : KeywordNames.WriteOnly;

    private readonly ConcurrentDictionary<PlaceId, bool> _hidden = new();
    private readonly ConcurrentDictionary<PlaceId, ImmutableHashSet<string>> _names = new();

    /// <summary>Whether messages in that direction do not contain values of the schema.</summary>
    public bool IsHidden(DocumentNode schema) => Of(
        schema,
        _hidden,
        start: false,
        part => view.Conjuncts(part).Concat(view.Choices(part).SelectMany(branches => branches)),
        Combined,
        isHidden => isHidden ? 1 : 0);

    /// <summary>
    /// The properties that are hidden by a <c>properties</c> of the schema, of its references and <c>allOf</c>; the schemas around it are
    /// not asked.
    /// </summary>
    public IReadOnlySet<string> NamesIn(DocumentNode schema) =>
        Of(schema, _names, NoNames, view.Conjuncts, Combined, names => names.Count);

    private bool Combined(DocumentNode schema, Func<DocumentNode, bool> known) =>
        view.Keyword(schema, _mark) is { Value.ValueKind: JsonValueKind.True }
        || view.Conjuncts(schema).Any(known)
        || view.Choices(schema).Any(branches => branches.All(known));

    /// <summary>Begins with the largest of the sets, which is shared where nothing is added to it.</summary>
    private ImmutableHashSet<string> Combined(DocumentNode schema, Func<DocumentNode, ImmutableHashSet<string>> known)
    {
        var parts = view.Conjuncts(schema).Select(known).Distinct().ToList();
        var all = parts.MaxBy(names => names.Count) ?? NoNames;
        foreach (var names in parts.Where(names => names != all))
        {
            all = all.Union(names);
        }

        var own = view.Keyword(schema, KeywordNames.Properties)?.Members() ?? [];
        return all.Union(own.Where(member => IsHidden(member.Node)).Select(member => member.Name));
    }

    /// <summary>
    /// The result for a schema, from those of the schemas that it depends on. In a circle they are computed again until none changes.
    /// </summary>
    /// <param name="start">The result for a schema in a circle before it is known.</param>
    /// <param name="sizeOf">Results only grow.</param>
    private static T Of<T>(
        DocumentNode schema,
        ConcurrentDictionary<PlaceId, T> known,
        T start,
        Func<DocumentNode, IEnumerable<DocumentNode>> parts,
        Func<DocumentNode, Func<DocumentNode, T>, T> combined,
        Func<T, int> sizeOf)
    {
        if (known.TryGetValue(schema.Place, out var result))
        {
            return result;
        }

        if (!parts(schema).Any())
        {
            return known.GetOrAdd(schema.Place, combined(schema, _ => start));
        }

        var (ordered, results, isCircular) = (new List<DocumentNode>(), new Dictionary<PlaceId, T>(), false);
        var waiting = new Stack<(DocumentNode Schema, bool HasParts)>([(schema, false)]);
        var entered = new HashSet<PlaceId>();
        while (waiting.TryPop(out var next))
        {
            if (next.HasParts)
            {
                ordered.Add(next.Schema);
                results[next.Schema.Place] = combined(next.Schema, ResultOf);
            }
            else if (!known.ContainsKey(next.Schema.Place) && entered.Add(next.Schema.Place))
            {
                waiting.Push((next.Schema, true));
                foreach (var part in parts(next.Schema))
                {
                    waiting.Push((part, false));
                }
            }
        }

        for (var isChanged = isCircular; isChanged;)
        {
            isChanged = false;
            foreach (var part in ordered)
            {
                var again = combined(part, ResultOf);
                isChanged |= sizeOf(again) > sizeOf(results[part.Place]);
                results[part.Place] = again;
            }
        }

        foreach (var (place, found) in results)
        {
            known.TryAdd(place, found);
        }

        return results[schema.Place];

        T ResultOf(DocumentNode part)
        {
            if (known.TryGetValue(part.Place, out var before) || results.TryGetValue(part.Place, out before))
            {
                return before;
            }

            isCircular = true;
            return start;
        }
    }
}
