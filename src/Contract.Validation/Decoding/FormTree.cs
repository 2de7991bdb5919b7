using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// Builds an object from the fields of a form by the brackets in their names, as Rack 2's <c>parse_nested_query</c> does for Rails:
/// <c>a[b]=1</c> is a member, <c>a[]=1</c> an element, <c>a[][b]=1</c> a member of the last element, or of a new one if the last element
/// already has it.
/// </summary>
/// <remarks>
/// There are two differences to Rails: <c>a[0]=x</c>, in Rails a hash with the name "0", is an element if the schema requires an array; and
/// a plain name that is sent several times, of which Rails uses the last value, is a list if the schema requires one (OpenAPI's default,
/// section 4.8.15).
/// </remarks>
/// <param name="maxDepth">The depth of nested brackets.</param>
internal sealed class FormTree(int maxDepth)
{
    private const string TooDeep = "nested too deeply";

    private readonly FormNode.Hash _root = new();

    /// <summary>Adds a field. Returns null, or why it contradicts the others.</summary>
    public string? Add(string name, FormValue value) =>
        Add(_root, name, value, maxDepth) is { } fault ? $"{Shortened.Name(name)}: {fault}" : null;

    public void Write(ValueShape shape, ByteBuffer json) => _root.Write(shape, json);

    /// <summary>Writes only the value of a top-level name; false if there is none.</summary>
    public bool TryWrite(string name, ValueShape shape, ByteBuffer json)
    {
        if (_root.Find(name) is not { } node)
        {
            return false;
        }

        node.Write(shape, json);
        return true;
    }

    private static string? Add(FormNode.Hash target, ReadOnlySpan<char> name, FormValue value, int depth)
    {
        if (depth <= 0)
        {
            return TooDeep;
        }

        var key = BracketedName.First(name, out var after);
        if (key.Length == 0)
        {
            return null;
        }

        var existing = target.Find(key);
        if (after.IsEmpty)
        {
            if (existing is FormNode.Field field)
            {
                field.Add(value);
            }
            else
            {
                target.Set(key, new FormNode.Field(value));
            }

            return null;
        }

        return BracketedName.TryReadElement(ref after)
            ? AddElement(target, key, existing, after, value, depth)
            : AddMember(target, key, existing, after, value, depth);
    }

    private static string? AddMember(
        FormNode.Hash target, string key, FormNode? existing, ReadOnlySpan<char> after, FormValue value, int depth)
    {
        if (existing is not (null or FormNode.Hash))
        {
            return $"{Shortened.Name(key)} is already {Kind(existing)}, not an object";
        }

        var hash = existing as FormNode.Hash ?? new FormNode.Hash();
        target.Set(key, hash);
        return Add(hash, after, value, depth - 1);
    }

    private static string? AddElement(
        FormNode.Hash target, string key, FormNode? existing, ReadOnlySpan<char> after, FormValue value, int depth)
    {
        if (existing is not (null or FormNode.List))
        {
            return $"{Shortened.Name(key)} is already {Kind(existing)}, not a list";
        }

        var list = existing as FormNode.List ?? new FormNode.List();
        target.Set(key, list);
        if (after.IsEmpty)
        {
            list.Items.Add(new FormNode.Field(value));
            return null;
        }

        if (BracketedName.IsElement(after))
        {
            return AddNested(list, after, value, depth - 1);
        }

        if (list.Items is [.., FormNode.Hash last] && !Has(last, after))
        {
            return Add(last, after, value, depth - 1);
        }

        var element = new FormNode.Hash();
        list.Items.Add(element);
        return Add(element, after, value, depth - 1);
    }

    /// <summary><c>a[][]=1</c>: a new list within the list.</summary>
    private static string? AddNested(FormNode.List list, ReadOnlySpan<char> after, FormValue value, int depth)
    {
        if (depth <= 0)
        {
            return TooDeep;
        }

        if (!BracketedName.TryReadElement(ref after))
        {
            var element = new FormNode.Hash();
            list.Items.Add(element);
            return Add(element, after, value, depth);
        }

        var inner = new FormNode.List();
        list.Items.Add(inner);
        if (after.IsEmpty)
        {
            inner.Items.Add(new FormNode.Field(value));
            return null;
        }

        return AddNested(inner, after, value, depth - 1);
    }

    private static string Kind(FormNode node) => node switch
    {
        FormNode.Field => "text",
        FormNode.List => "a list",
        _ => "an object",
    };

    /// <summary>Whether an element already has the member with that name. The name of a list never repeats.</summary>
    private static bool Has(FormNode.Hash hash, ReadOnlySpan<char> name)
    {
        if (name.EndsWith("[]"))
        {
            return false;
        }

        FormNode node = hash;
        while (!name.IsEmpty)
        {
            var key = BracketedName.First(name, out var after);
            if (key.Length == 0 || BracketedName.IsElement(after))
            {
                return false;
            }

            if (node is not FormNode.Hash at || at.Find(key) is not { } next)
            {
                return false;
            }

            node = next;
            name = after;
        }

        return true;
    }
}
