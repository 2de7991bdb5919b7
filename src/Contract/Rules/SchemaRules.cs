using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>
/// Finds the keywords with rules in a schema, its subschemas, its <c>allOf</c> and the targets of its references. A compound keyword
/// (<c>anyOf</c>, <c>not</c>, <c>if</c>, ...) has a single rule for everything in it.
/// </summary>
internal sealed class SchemaRules(SchemaView view)
{
    /// <summary>The maximum number of visits to a place for a message. Diamonds of references double their paths with each level.</summary>
    private const int MaxVisits = 32;

    /// <summary>The maximum number of nested schemas, including references; files allow the same depth
    /// (<see cref="DocumentLimits.MaxDepth"/>).</summary>
    private const int MaxNesting = 512;

    /// <summary>Calls back for each rule with the keyword's value, the name for <c>required</c>, and the place in the message.</summary>
    public void Walk(DocumentNode schema, MessageDirection direction, string instance, Action<DocumentNode, string?, string> found) =>
        new SchemaVisitor(view, direction, found, MaxVisits, []).Run(schema, instance);

    /// <summary>The number of rules and schemas that <see cref="Walk"/> finds, but not more than a limit.</summary>
    public int Count(DocumentNode schema, MessageDirection direction, int limit)
    {
        var visitor = new SchemaVisitor(view, direction, (_, _, _) => { }, MaxVisits, []) { Limit = limit };
        visitor.Run(schema, "");
        return visitor.Count;
    }

    /// <summary>Calls back for each rule of a schema at a place that was not <paramref name="walked"/> before, regardless of the
    /// place in the message.</summary>
    public void WalkOnce(
        DocumentNode schema, MessageDirection direction, Dictionary<PlaceId, int> walked, Action<DocumentNode, string?> found) =>
        new SchemaVisitor(view, direction, (keyword, property, _) => found(keyword, property), 1, walked).Run(schema, "");

    private sealed class SchemaVisitor(
        SchemaView view,
        MessageDirection direction,
        Action<DocumentNode, string?, string> found,
        int maxVisits,
        Dictionary<PlaceId, int> visited)
    {
        private readonly HashSet<PlaceId> _ancestors = [];
        private readonly HashSet<(PlaceId, string Instance)> _seen = [];
        private readonly Queue<DocumentNode> _referenced = new();

        /// <summary>The number of rules and schemas after which the visitor stops.</summary>
        public int Limit { get; init; } = int.MaxValue;

        /// <summary>The number of rules and schemas so far.</summary>
        public int Count { get; private set; }

        public void Run(DocumentNode schema, string instance)
        {
            Visit(schema, instance);
            while (_referenced.TryDequeue(out var target))
            {
                Visit(target, "");
            }
        }

        private void Visit(DocumentNode schema, string instance)
        {
            var place = schema.Place;
            var visits = visited.GetValueOrDefault(place);
            if (Count >= Limit || visits == maxVisits || _ancestors.Count == MaxNesting
                || !_seen.Add((place, instance)) || !_ancestors.Add(place))
            {
                return;
            }

            visited[place] = visits + 1;
            Count++;
            if (schema.Value.ValueKind == JsonValueKind.False)
            {
                Find(schema, null, instance);
            }
            else
            {
                VisitKeywords(schema, instance);
            }

            _ancestors.Remove(place);
        }

        private void VisitKeywords(DocumentNode schema, string instance)
        {
            foreach (var target in view.Targets(schema))
            {
                VisitTarget(target, instance);
            }

            var types = view.Types(schema) ?? ValueTypes.Any;
            foreach (var (keyword, value) in view.Keywords(schema))
            {
                if (keyword.Role == KeywordRole.Applicator)
                {
                    VisitSubschemas(keyword, value, instance);
                }
                else if (keyword.NamesProperties)
                {
                    ReportRequired(schema, keyword, value, instance);
                }
                else if (keyword.Statement is not null && (types & keyword.AppliesTo) != 0 && CanBreak(keyword, schema, value))
                {
                    Find(value, null, instance);
                }
            }
        }

        private void Find(DocumentNode keyword, string? property, string instance)
        {
            Count++;
            found(keyword, property, instance);
        }

        /// <summary>Whether a value of the schema's types can break the keyword: a minimum restricts no string.</summary>
        private bool CanBreak(SchemaKeyword keyword, DocumentNode schema, DocumentNode value) =>
            keyword.CanBreak is not { } canBreak || canBreak(name => view.Keyword(schema, name), value);

        /// <summary>If places are visited only once, the order does not matter and targets wait in a queue, so that long chains of
        /// references do not need stack.</summary>
        private void VisitTarget(DocumentNode target, string instance)
        {
            if (maxVisits == 1)
            {
                _referenced.Enqueue(target);
            }
            else
            {
                Visit(target, instance);
            }
        }

        private void VisitSubschemas(SchemaKeyword keyword, DocumentNode value, string instance)
        {
            if (keyword.Subschemas == SubschemaForm.Schema && value.Value.ValueKind != JsonValueKind.Object)
            {
                // The keyword itself rejects the members or elements.
                if (value.Value.ValueKind == JsonValueKind.False)
                {
                    Find(value, null, instance);
                }

                return;
            }

            foreach (var child in SchemaView.In(keyword, value))
            {
                Visit(child.Node, child.InstanceAt(instance));
            }
        }

        /// <summary>
        /// Reports the names that <c>required</c> or <c>dependentRequired</c> require. OpenAPI does not require <c>readOnly</c> and
        /// <c>writeOnly</c> properties in the direction without them; this does not apply to <c>dependentRequired</c>.
        /// </summary>
        private void ReportRequired(DocumentNode schema, SchemaKeyword keyword, DocumentNode value, string instance)
        {
            var names = value.Elements().Concat(value.Members().SelectMany(member => member.Node.Elements()))
                .Where(name => name.Value.ValueKind == JsonValueKind.String)
                .Select(name => name.Value.GetString()!);
            var exempts = keyword.Name == KeywordNames.Required ? view.Exemptions(schema, direction) : _ => false;
            foreach (var property in names.Distinct())
            {
                if (!exempts(property))
                {
                    Find(value, property, instance);
                }
            }
        }
    }
}
