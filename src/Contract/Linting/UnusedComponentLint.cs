using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports components of the entry file that are not used, directly or indirectly, by anything outside <c>components</c>: by reference, as
/// a security scheme, or by a discriminator.
/// </summary>
internal sealed class UnusedComponentLint
{
    private const string Components = "/components/";

    private readonly DocumentSet _documents;
    private readonly SchemaView _view;
    private readonly UsesByPlace _uses;
    private readonly HashSet<PlaceId> _used = [];
    private readonly HashSet<PlaceId> _schemas = [];
    private readonly Lazy<ILookup<PlaceId, DocumentNode>> _kinds;
    private readonly Stack<DocumentNode> _waiting = new();

    private UnusedComponentLint(ContractDescription api)
    {
        (_documents, _view) = (api.Documents, api.View);
        _uses = new UsesByPlace(api);
        _kinds = new(FindKinds);
    }

    public static void Run(LintContext context)
    {
        var lint = new UnusedComponentLint(context.Api);
        lint.Walk();
        foreach (var (section, entries) in context.Api.Documents.Root.Member("components")?.Members() ?? [])
        {
            foreach (var (name, entry) in entries.Members())
            {
                if (!section.StartsWith("x-", StringComparison.Ordinal) && !lint._used.Contains(entry.Place))
                {
                    context.Warn(LintCodes.UnusedComponent, entry, $"nothing refers to components/{section}/{name}");
                }
            }
        }
    }

    private void Walk()
    {
        foreach (var use in _uses.Outside(Components))
        {
            Use(use.To, use.IsSchema);
        }

        while (_waiting.TryPop(out var schema))
        {
            VisitSchema(schema);
        }
    }

    private void VisitSchema(DocumentNode schema)
    {
        if (schema.Value.ValueKind != JsonValueKind.Object || !_schemas.Add(schema.Place))
        {
            return;
        }

        foreach (var target in _view.Targets(schema))
        {
            Use(target, isSchema: true);
        }

        foreach (var child in _view.All(schema))
        {
            _waiting.Push(child.Node);
        }

        if (_view.Keyword(schema, KeywordNames.Discriminator) is { } discriminator)
        {
            foreach (var target in Discriminator.Mapping(discriminator).Select(entry => Discriminator.Target(_documents, entry.Value)))
            {
                if (target is { } mapped)
                {
                    Use(mapped, isSchema: true);
                }
            }

            UseKinds(schema.Place);
        }
    }

    /// <summary>The schemas that are built by <c>allOf</c> on one with a discriminator are its kinds, in the mapping or not.</summary>
    private void UseKinds(PlaceId parent)
    {
        var parents = new Stack<PlaceId>([parent]);
        var known = new HashSet<PlaceId>(parents);
        while (parents.TryPop(out var place))
        {
            foreach (var kind in _kinds.Value[place].Where(kind => known.Add(kind.Place)))
            {
                Use(kind, isSchema: true);
                parents.Push(kind.Place);
            }
        }
    }

    /// <summary>Component schemas by the schemas that they refer to in <c>allOf</c>.</summary>
    private ILookup<PlaceId, DocumentNode> FindKinds()
    {
        var built =
            from schema in _documents.Root.Member("components")?.Member("schemas")?.Members() ?? []
            from part in _view.Keyword(schema.Node, KeywordNames.AllOf)?.Elements() ?? []
            from parent in _view.Targets(part)
            select (parent.Place, schema.Node);
        return built.ToLookup(kind => kind.Place, kind => kind.Node);
    }

    /// <summary>Marks a place as used, and what the objects there use.</summary>
    private void Use(DocumentNode target, bool isSchema)
    {
        var targets = new Stack<(DocumentNode Node, bool IsSchema)>([(target, isSchema)]);
        while (targets.TryPop(out var used))
        {
            if (used.IsSchema)
            {
                _waiting.Push(used.Node);
            }

            if (!_used.Add(used.Node.Place))
            {
                continue;
            }

            foreach (var use in _uses.In(used.Node.Place))
            {
                targets.Push((use.To, use.IsSchema));
            }

            // A reference into a component uses the component.
            var parts = used.Node.Pointer.Split('/');
            if (parts is ["", "components", _, _, _, ..]
                && _documents.Find(used.Node.Location with { Pointer = string.Join('/', parts.Take(4)) }) is { } whole)
            {
                targets.Push((whole, false));
            }
        }
    }
}
