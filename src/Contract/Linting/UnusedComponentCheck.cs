using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports components of the entry file that are not used, directly or indirectly, by anything outside <c>components</c>: by reference, as
/// a security scheme, or by a discriminator.
/// </summary>
internal sealed class UnusedComponentCheck
{
    private readonly DocumentSet _documents;
    private readonly DocumentNode? _components;
    private readonly HashSet<PlaceId> _used = [];
    private readonly Stack<DocumentNode> _waiting = new();

    private UnusedComponentCheck(DocumentSet documents)
    {
        _documents = documents;
        _components = documents.Root.Member("components");
    }

    public static void Run(LintContext context)
    {
        var check = new UnusedComponentCheck(context.Api.Documents);
        check.Walk();
        foreach (var (section, entries) in check._components?.Members() ?? [])
        {
            foreach (var (name, entry) in entries.Members())
            {
                if (!section.StartsWith("x-", StringComparison.Ordinal) && !check._used.Contains(entry.Place))
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
        else if (name == "mapping" && owner.Pointer.EndsWith("/discriminator", StringComparison.Ordinal))
        {
            foreach (var (_, target) in member.Members())
            {
                UseReference(owner, target);
                UseComponent("schemas", target.Value.ToString());
            }
        }
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
