using SocialContract.JsonSchema.Keywords;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>Compiles a schema and every schema that it reaches, and keeps them. Not thread-safe; the compiled schemas are.</summary>
internal sealed class SchemaCompiler(SchemaStore store)
{
    private readonly Dictionary<NodeKey, PlacedSchema> _nodes = [];
    private readonly Queue<Pending> _pending = new();
    private readonly DynamicScope.Interner _scopes = new();

    /// <summary>The keywords met in the schema that is being compiled; one set is used for all schemas.</summary>
    public HashSet<Keyword> Seen { get; } = [];

    public SchemaStore Store { get; } = store;

    /// <summary>Compiles a schema. Its faults, and those of every schema that it reaches, are kept in the schemas.</summary>
    public PlacedSchema Compile(Place place)
    {
        var root = Request(place, _scopes.Empty, allowBoolean: false);
        var added = new List<PlacedSchema>();
        while (_pending.TryDequeue(out var next))
        {
            new SchemaBuilder(this, next.Node, next.Place, next.Scope).Build(next.AllowBoolean);
            added.Add(next.Node);
        }

        Progress.Check(added);
        return root;
    }

    /// <summary>The node of a schema, which will be compiled before <see cref="Compile"/> returns.</summary>
    public PlacedSchema Request(Place place, DynamicScope scope, bool allowBoolean)
    {
        scope = _scopes.Enter(scope, place.Resource);
        var key = new NodeKey(place.Document, place.Pointer, scope);
        if (!_nodes.TryGetValue(key, out var node))
        {
            _nodes[key] = node = new(place);
            _pending.Enqueue(new(node, place, scope, allowBoolean));
        }
        else
        {
            node.Share();
        }

        return node;
    }

    /// <summary>Forgets faulty schemas, so that they are compiled again.</summary>
    public void Forget()
    {
        foreach (var (key, node) in _nodes)
        {
            if (!node.IsClean)
            {
                _nodes.Remove(key);
            }
        }
    }

    /// <summary>Every fault of the schemas that can be reached.</summary>
    public static List<SchemaFault> FaultsOf(PlacedSchema root)
    {
        var faults = new List<SchemaFault>();
        var reached = new HashSet<PlacedSchema> { root };
        var pending = new Queue<PlacedSchema>(reached);
        while (pending.TryDequeue(out var node))
        {
            faults.AddRange(node.Faults);
            foreach (var edge in node.Edges)
            {
                if (!edge.Target.IsClean && reached.Add(edge.Target))
                {
                    pending.Enqueue(edge.Target);
                }
            }
        }

        if (faults.Count == 0)
        {
            foreach (var node in reached)
            {
                node.IsClean = true;
            }
        }

        return faults;
    }

    private readonly record struct NodeKey(SchemaDocument Document, string Pointer, DynamicScope Scope);

    private readonly record struct Pending(PlacedSchema Node, Place Place, DynamicScope Scope, bool AllowBoolean);
}
