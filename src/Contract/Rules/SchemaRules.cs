using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>Finds the keywords under a schema that are rules, through <c>$ref</c> and <c>allOf</c>; what an <c>anyOf</c>, <c>not</c> or
/// <c>if</c> holds is one rule with it.</summary>
internal sealed class SchemaRules(DocumentSet documents, SpecificationVersion specification)
{
    private readonly DocumentSet _documents = documents;

    /// <summary>How often one place is walked for one message: enough for every sensible schema, and a bound for diamonds, whose paths
    /// double with each level.</summary>
    private const int MostVisits = 32;

    /// <summary>Schemas within schemas, references counted; also within one file nothing nests deeper
    /// (<see cref="DocumentLimits.MaxDepth"/>).</summary>
    private const int DeepestNesting = 512;

    /// <summary>Calls back for each rule: the keyword's value, the name for <c>required</c>, and the place in the message it speaks
    /// of.</summary>
    public void Walk(DocumentNode schema, MessageDirection direction, string instance, Action<DocumentNode, string?, string> found) =>
        new Descent(this, direction, found, MostVisits, []).Run(schema, instance);

    /// <summary>Calls back for each rule under a schema whose place is not among those already <paramref name="walked"/>, whatever part of
    /// the message it is about.</summary>
    public void WalkOnce(DocumentNode schema, MessageDirection direction, Dictionary<(DocumentFile File, string Pointer), int> walked, Action<DocumentNode, string?> found) =>
        new Descent(this, direction, (keyword, property, _) => found(keyword, property), 1, walked).Run(schema, "");

    private sealed class Descent(
        SchemaRules rules,
        MessageDirection direction,
        Action<DocumentNode, string?, string> found,
        int mostVisits,
        Dictionary<(DocumentFile File, string Pointer), int> visited)
    {
        private readonly HashSet<(DocumentFile File, string Pointer)> _around = [];
        private readonly HashSet<(DocumentFile File, string Pointer, string Instance)> _seen = [];
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
            var place = (schema.File, schema.Pointer);
            var visits = visited.GetValueOrDefault(place);
            if (visits == mostVisits
                || _around.Count == DeepestNesting
                || !_seen.Add((schema.File, schema.Pointer, instance))
                || !_around.Add(place))
            {
                return;
            }

            visited[place] = visits + 1;
            Keywords(schema, instance);
            _around.Remove(place);
        }

        private void Keywords(DocumentNode schema, string instance)
        {
            if (schema.Value.ValueKind == JsonValueKind.False)
            {
                found(schema, null, instance);
                return;
            }

            var reference = schema.Text("$ref");
            if (reference is not null && rules._documents.TryResolve(schema, reference, out var target))
            {
                Refer(target, instance);
            }

            if (reference is not null && rules.IsOpenApi30)
            {
                return;
            }

            foreach (var (name, value) in schema.Members())
            {
                Keyword(schema, name, value, instance);
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

        private void Keyword(DocumentNode schema, string name, DocumentNode value, string instance)
        {
            switch (name)
            {
                case "required":
                    foreach (var entry in value.Elements().Where(IsText))
                    {
                        var property = entry.Value.GetString()!;
                        if (rules.Demands(schema, property, direction))
                        {
                            found(value, property, instance);
                        }
                    }

                    break;
                case "properties":
                    foreach (var (property, child) in value.Members())
                    {
                        Into(child, $"{instance}/{JsonPointer.Escape(property)}");
                    }

                    break;
                case "patternProperties" when !rules.IsOpenApi30:
                    foreach (var (_, child) in value.Members())
                    {
                        Into(child, $"{instance}/*");
                    }

                    break;
                case "allOf":
                    foreach (var branch in value.Elements())
                    {
                        Into(branch, instance);
                    }

                    break;
                case "prefixItems" when !rules.IsOpenApi30:
                    var index = 0;
                    foreach (var element in value.Elements())
                    {
                        Into(element, $"{instance}/{index++}");
                    }

                    break;
                case "dependentRequired" when !rules.IsOpenApi30:
                    foreach (var property in value.Members().SelectMany(member => member.Node.Elements()).Where(IsText).Select(entry => entry.Value.GetString()!).Distinct())
                    {
                        found(value, property, instance);
                    }

                    break;
                default:
                    if (SchemaKeywords.Applicators.Contains(name) && rules.Applies(name))
                    {
                        Applicator(value, instance);
                    }
                    else if (rules.IsRule(schema, name, value))
                    {
                        found(value, null, instance);
                    }

                    break;
            }
        }

        private void Applicator(DocumentNode value, string instance)
        {
            if (value.Value.ValueKind == JsonValueKind.False)
            {
                found(value, null, instance);
            }
            else if (value.Value.ValueKind == JsonValueKind.Object)
            {
                Into(value, $"{instance}/*");
            }
        }
    }

    private bool IsOpenApi30 => specification == SpecificationVersion.OpenApi30;

    private bool Applies(string applicator) => !IsOpenApi30 || applicator is "items" or "additionalProperties";

    private static bool IsText(DocumentNode node) => node.Value.ValueKind == JsonValueKind.String;

    /// <summary>Whether a keyword of its own can be broken by some instance.</summary>
    private bool IsRule(DocumentNode schema, string name, DocumentNode value) => name switch
    {
        "anyOf" or "oneOf" or "not" => true,
        "const" or "contains" or "propertyNames" or "dependentSchemas" => !IsOpenApi30,
        "if" => !IsOpenApi30 && (schema.Member("then") ?? schema.Member("else")) is not null,
        "exclusiveMinimum" or "exclusiveMaximum" => value.Value.ValueKind == JsonValueKind.Number,
        "uniqueItems" => value.Value.ValueKind == JsonValueKind.True,
        "minLength" or "minItems" or "minProperties" => value.Value.ValueKind == JsonValueKind.Number && value.Value.GetRawText() != "0",
        "format" => value.Value.ValueKind == JsonValueKind.String && SchemaFormats.Asserted.Contains(value.Value.GetString()!),
        _ => SchemaKeywords.Assertions.Contains(name),
    };

    /// <summary>Whether a message of that direction must have the property: a read-only one need not be sent, a write-only one need not be
    /// answered.</summary>
    private bool Demands(DocumentNode schema, string property, MessageDirection direction)
    {
        if (schema.Member("properties")?.Member(property) is not { } described)
        {
            return true;
        }

        var flag = direction == MessageDirection.Request ? "readOnly" : "writeOnly";
        return !described.Flag(flag) && _documents.Follow(described)?.Flag(flag) != true;
    }
}
