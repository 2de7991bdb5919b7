using System.Collections.Concurrent;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// Several schemas for the same value: all of them (a schema with its <c>allOf</c> and <c>$ref</c>), or any of them (<c>anyOf</c>,
/// <c>oneOf</c>).
/// </summary>
internal sealed class CombinedShape : ValueShape
{
    private readonly IReadOnlyList<ValueShape> _parts;
    private readonly bool _all;
    private readonly HashSet<string> _names;
    private readonly Lazy<ValueShape> _others;
    private readonly Lazy<ValueShape> _rest;
    private readonly ConcurrentDictionary<string, ValueShape> _properties = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, ValueShape> _items = new();

    private CombinedShape(IReadOnlyList<ValueShape> parts, bool all)
    {
        (_parts, _all) = (parts, all);
        Types = parts.Select(part => part.Types).Aggregate((left, right) => all ? left & right : left | right);
        Candidates = parts.Select(part => part.Candidates).Aggregate((left, right) => left | right) & Types;
        Listed = all
            ? parts.Select(part => part.Listed).FirstOrDefault(listed => listed.Count > 0) ?? []
            : [.. parts.SelectMany(part => part.Listed).Distinct()];
        AllowsAnyText = all
            ? parts.All(part => part.AllowsAnyText)
            : parts.Any(part => part.AllowsAnyText);
        IsOpen = parts.Any(part => part.IsOpen);
        IsBinary = parts.Any(part => part.IsBinary);
        IsSecret = parts.Any(part => part.IsSecret);
        PropertyNames = [.. parts.SelectMany(part => part.PropertyNames).Distinct()];
        HasPatterns = parts.Any(part => part.HasPatterns);
        PrefixLength = parts.Max(part => part.PrefixLength);
        _names = PropertyNames.ToHashSet(StringComparer.Ordinal);
        _others = new(() => Of(_parts.Select(part => part.Others), _all));
        _rest = new(() => Of(_parts.Select(part => part.Rest), _all));
    }

    public override ValueTypes Types { get; }

    public override ValueTypes Candidates { get; }

    public override IReadOnlyList<ListedValue> Listed { get; }

    public override bool AllowsAnyText { get; }

    public override bool IsOpen { get; }

    public override bool IsBinary { get; }

    public override bool IsSecret { get; }

    public override IReadOnlyList<string> PropertyNames { get; }

    public override bool HasPatterns { get; }

    public override ValueShape Others => _others.Value;

    public override int PrefixLength { get; }

    public override ValueShape Rest => _rest.Value;

    public static ValueShape All(IEnumerable<ValueShape> parts) => Of(parts, all: true);

    public static ValueShape Any(IEnumerable<ValueShape> parts) => Of(parts, all: false);

    /// <summary>Names come from requests, so only names in the document are cached.</summary>
    public override ValueShape Property(string name) => _names.Contains(name)
        ? _properties.GetOrAdd(name, key => Of(_parts.Select(part => part.Property(key)), _all))
        : HasPatterns ? Of(_parts.Select(part => part.Property(name)), _all)
        : Others;

    public override ValueShape Item(int index) => index < PrefixLength
        ? _items.GetOrAdd(index, key => Of(_parts.Select(part => part.Item(key)), _all))
        : Rest;

    /// <summary>Unknown shapes have no effect.</summary>
    private static ValueShape Of(IEnumerable<ValueShape> parts, bool all)
    {
        var known = parts.Where(part => part != Unknown).Distinct().ToList();
        return known.Count switch
        {
            0 => Unknown,
            1 => known[0],
            _ => new CombinedShape(known, all),
        };
    }
}
