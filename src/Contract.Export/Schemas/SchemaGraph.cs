using SocialContract.Contract.Documents;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Export.Schemas;

/// <summary>A schema and every schema that it applies to a value or refers to, without those inside compound keywords.</summary>
internal sealed class SchemaGraph
{
    private readonly Dictionary<PlaceId, List<PlaceId>> _users = [];

    public SchemaGraph(SchemaView view, DocumentNode root)
    {
        _users[root.Place] = [];
        var pending = new Queue<DocumentNode>([root]);
        while (pending.TryDequeue(out var schema))
        {
            foreach (var next in view.Conjuncts(schema).Concat(view.Children(schema).Select(child => child.Node)))
            {
                if (!_users.TryGetValue(next.Place, out var users))
                {
                    _users[next.Place] = users = [];
                    pending.Enqueue(next);
                }

                users.Add(schema.Place);
            }
        }
    }

    /// <summary>The schema that contains a place, and all from which it is reached.</summary>
    public HashSet<PlaceId> LeadingTo(PlaceId place)
    {
        while (!_users.ContainsKey(place) && place.Pointer.Length > 0)
        {
            place = place.Parent;
        }

        var found = new HashSet<PlaceId>();
        var pending = new Queue<PlaceId>([place]);
        while (pending.TryDequeue(out var next))
        {
            if (found.Add(next) && _users.TryGetValue(next, out var users))
            {
                users.ForEach(pending.Enqueue);
            }
        }

        return found;
    }
}
