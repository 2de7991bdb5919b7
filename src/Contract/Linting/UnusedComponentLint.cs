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
    private readonly DocumentSet _documents;
    private readonly DocumentNode? _components;
    private readonly HashSet<PlaceId> _used = [];
    private readonly HashSet<PlaceId> _parents = [];
    private readonly Lazy<ILookup<PlaceId, DocumentNode>> _kinds;
    private readonly Stack<DocumentNode> _waiting = new();

    private UnusedComponentLint(DocumentSet documents)
    {
        _documents = documents;
        _components = documents.Root.Member("components");
        _kinds = new(FindKinds);
    }

    public static void Run(LintContext context)
    {
        var lint = new UnusedComponentLint(context.Api.Documents);
        lint.Walk();
        foreach (var (section, entries) in lint._components?.Members() ?? [])
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
        foreach (var (name, member) in _documents.Root.Members())
        {
            if (name != "components")
            {
                Visit(_documents.Root, name, member);
            }
        }

        while (_waiting.TryPop(out var node))
        {
            foreach (var element in node.Elements())
            {
                _waiting.Push(element);
            }

            foreach (var (name, member) in node.Members())
            {
                Visit(node, name, member);
            }
        }
    }

    private void Visit(DocumentNode owner, string name, DocumentNode member)
    {
        _waiting.Push(member);
        if (name == "$ref")
        {
            UseReference(owner, member);
        }
        else if (name == "security")
        {
            foreach (var (scheme, _) in member.Elements().SelectMany(requirement => requirement.Members()))
            {
                UseComponent("securitySchemes", scheme);
            }
        }
        else if (name == KeywordNames.Discriminator)
        {
            foreach (var (_, value) in Discriminator.Mapping(member))
            {
                if (Discriminator.Target(_documents, value) is { } target)
                {
                    Use(target);
                }
            }

            UseKinds(owner.Place);
        }
    }

    /// <summary>The schemas that are built by <c>allOf</c> on one with a discriminator are its kinds, in the mapping or not.</summary>
    private void UseKinds(PlaceId parent)
    {
        if (_parents.Add(parent))
        {
            foreach (var kind in _kinds.Value[parent])
            {
                Use(kind);
                UseKinds(kind.Place);
            }
        }
    }

    /// <summary>Component schemas by the schemas that they refer to in <c>allOf</c>.</summary>
    private ILookup<PlaceId, DocumentNode> FindKinds()
    {
        var built =
            from schema in _components?.Member("schemas")?.Members() ?? []
            from part in schema.Node.Member(KeywordNames.AllOf)?.Elements() ?? []
            let reference = part.Text(KeywordNames.Ref)
            where reference is not null
            let parent = _documents.TryResolve(part, reference, out var target) ? target : default(DocumentNode?)
            where parent is not null
            select (parent.Value.Place, schema.Node);
        return built.ToLookup(kind => kind.Place, kind => kind.Node);
    }

    private void UseReference(DocumentNode from, DocumentNode reference)
    {
        if (reference.Value.ValueKind == JsonValueKind.String && _documents.TryResolve(from, reference.Value.GetString()!, out var target))
        {
            Use(target);
        }
    }

    private void UseComponent(string section, string name)
    {
        if (_components?.Member(section)?.Member(name) is { } component)
        {
            Use(component);
        }
    }

    private void Use(DocumentNode target)
    {
        if (!_used.Add(target.Place))
        {
            return;
        }

        _waiting.Push(target);

        // A reference into a component uses the component.
        var parts = target.Pointer.Split('/');
        if (parts is ["", "components", _, _, _, ..]
            && _documents.Find(target.Location with { Pointer = string.Join('/', parts.Take(4)) }) is { } whole)
        {
            Use(whole);
        }
    }
}
