using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>
/// Finds the keywords of a schema and of the schemas in it that are rules, through references and <c>allOf</c>; a compound keyword
/// (<c>anyOf</c>, <c>not</c>, <c>if</c>, ...) is one rule together with all that it holds.
/// </summary>
internal sealed class SchemaRules(SchemaView view)
{
    /// <summary>How often one place is walked for one message: enough for every sensible schema, and a bound for diamonds, whose paths
    /// double with each level.</summary>
    private const int MostVisits = 32;

    /// <summary>Schemas within schemas, references counted; also within one file nothing nests deeper
    /// (<see cref="DocumentLimits.MaxDepth"/>).</summary>
    private const int DeepestNesting = 512;

    /// <summary>Calls back for each rule: the keyword's value, the name for <c>required</c>, and the place in the message it speaks
    /// of.</summary>
    public void Walk(DocumentNode schema, MessageDirection direction, string instance, Action<DocumentNode, string?, string> found) =>
        new Descent(view, direction, found, MostVisits, []).Run(schema, instance);

    /// <summary>Calls back for each rule of a schema whose place is not among those already <paramref name="walked"/>, whatever part of
    /// the message it is about.</summary>
    public void WalkOnce(
        DocumentNode schema, MessageDirection direction, Dictionary<PlaceId, int> walked, Action<DocumentNode, string?> found) =>
        new Descent(view, direction, (keyword, property, _) => found(keyword, property), 1, walked).Run(schema, "");

    private sealed class Descent(
        SchemaView view,
        MessageDirection direction,
        Action<DocumentNode, string?, string> found,
        int mostVisits,
        Dictionary<PlaceId, int> visited)
    {
        private readonly HashSet<PlaceId> _around = [];
        private readonly HashSet<(PlaceId, string Instance)> _seen = [];
        private readonly Queue<DocumentNode> _referenced = new();

        public void Run(DocumentNode schema, string instance)
        {
            Into(schema, instance);
            while (_referenced.TryDequeue(out var target))
            {
                Into(target, "");
            }
        }

        private void Into(DocumentNode schema, string instance)
        {
            var place = schema.Place;
            var visits = visited.GetValueOrDefault(place);
            if (visits == mostVisits || _around.Count == DeepestNesting || !_seen.Add((place, instance)) || !_around.Add(place))
            {
                return;
            }

            visited[place] = visits + 1;
            if (schema.Value.ValueKind == JsonValueKind.False)
            {
                found(schema, null, instance);
            }
            else
            {
                Enter(schema, instance);
            }

            _around.Remove(place);
        }

        private void Enter(DocumentNode schema, string instance)
        {
            if (view.Target(schema) is { } target)
            {
                Refer(target, instance);
            }

            foreach (var (keyword, value) in view.Keywords(schema))
            {
                if (keyword.Role == KeywordRole.Applicator)
                {
                    Apply(keyword, value, instance);
                }
                else if (keyword.NamesProperties)
                {
                    Demand(schema, keyword, value, instance);
                }
                else if (keyword.Statement is not null && keyword.CanBreak?.Invoke(schema, value) != false)
                {
                    found(value, null, instance);
                }
            }
        }

        /// <summary>Where every place is walked once only, the order does not matter, and chains of references need not cost
        /// stack.</summary>
        private void Refer(DocumentNode target, string instance)
        {
            if (mostVisits == 1)
            {
                _referenced.Enqueue(target);
            }
            else
            {
                Into(target, instance);
            }
        }

        private void Apply(SchemaKeyword keyword, DocumentNode value, string instance)
        {
            if (keyword.Holds == SubschemaForm.Schema && value.Value.ValueKind != JsonValueKind.Object)
            {
                // The keyword itself refuses the members or elements.
                if (value.Value.ValueKind == JsonValueKind.False)
                {
                    found(value, null, instance);
                }

                return;
            }

            foreach (var child in SchemaView.In(keyword, value))
            {
                Into(child.Node, child.InstanceAt(instance));
            }
        }

        /// <summary>
        /// The names that <c>required</c> lists or to which <c>dependentRequired</c> maps others. What does not travel in the direction is
        /// not required, as OpenAPI has it; of <c>dependentRequired</c> it says nothing.
        /// </summary>
        private void Demand(DocumentNode schema, SchemaKeyword keyword, DocumentNode value, string instance)
        {
            var names = value.Elements().Concat(value.Members().SelectMany(member => member.Node.Elements()))
                .Where(name => name.Value.ValueKind == JsonValueKind.String)
                .Select(name => name.Value.GetString()!);
            foreach (var property in names.Distinct())
            {
                if (keyword.Name != "required"
                    || schema.Member("properties")?.Member(property) is not { } described
                    || !view.IsHidden(described, direction))
                {
                    found(value, property, instance);
                }
            }
        }
    }
}
