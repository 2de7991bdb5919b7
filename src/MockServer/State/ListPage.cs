using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;

namespace SocialContract.MockServer.State;

/// <summary>The part of a list that a request asks for with the usual parameters, and what the usual members say of it.</summary>
internal sealed class ListPage
{
    private static readonly string[] Limits = ["limit", "perpage", "pagesize", "size", "count", "top", "maxresults"];
    private static readonly string[] Offsets = ["offset", "skip", "start"];
    private static readonly string[] Pages = ["page", "pagenumber"];
    private static readonly string[] Cursors =
        ["cursor", "after", "startingafter", "pagetoken", "nextpagetoken", "nexttoken", "continuationtoken", "marker"];

    private static readonly string[] Totals = ["total", "totalcount", "totalitems", "totalelements", "totalresults"];
    private static readonly string[] PageTotals = ["totalpages", "pagecount", "lastpage"];
    private static readonly string[] More = ["hasmore", "hasnext", "hasnextpage"];
    private static readonly string[] Nexts = ["next", "nextpage", "nextcursor", "nextpagetoken", "nexttoken", "nextlink"];

    private readonly RepresentationPlace _place;
    private readonly int _total;
    private readonly int _offset;
    private readonly int? _limit;
    private readonly Dictionary<string, long> _asked = new(StringComparer.Ordinal);

    public ListPage(StateRequest request, RepresentationPlace place, IReadOnlyList<StoredResource> all)
    {
        (_place, _total) = (place, all.Count);
        var limit = Asked(request, Limits);
        var page = Asked(request, Pages);
        _limit = limit.Value is { } some and > 0 && !HasCursorOnly(request, place) ? (int)Math.Min(some, int.MaxValue) : null;
        var skipped = Asked(request, Offsets).Value ?? (page.Value is { } number && _limit is { } size
            ? (number - FirstPage(request, page.Parameter)) * size
            : 0);
        _offset = (int)Math.Clamp(skipped, 0, _total);
        var most = place.Places.Keyword(place.ListPattern, KeywordNames.MaxItems)?.Value is { ValueKind: JsonValueKind.Number } bound
            && bound.TryGetInt32(out var items) ? items : int.MaxValue;
        Things = [.. all.Skip(_offset).Take(Math.Min(_limit ?? int.MaxValue, most))];
    }

    public IReadOnlyList<StoredResource> Things { get; }

    /// <summary>Sets the members that count, of the body and of its objects.</summary>
    public void Describe(JsonObject body)
    {
        SetMembers(body, "");
        foreach (var (name, inner) in body.Where(member => member.Value is JsonObject).ToList())
        {
            SetMembers(inner!.AsObject(), $"/{JsonPointer.Escape(name)}");
        }
    }

    /// <summary>
    /// Whether the next part of the list is asked for with a value of the server's alone, which the mock cannot make: such a list is shown
    /// whole.
    /// </summary>
    private static bool HasCursorOnly(StateRequest request, RepresentationPlace place)
    {
        var names = request.Operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Query)
            .Select(parameter => Plain(parameter.Name)).ToList();
        return !names.Exists(name => Offsets.Contains(name) || Pages.Contains(name))
            && (names.Exists(Cursors.Contains)
                || place.Places.All.Any(other => !other.Contains('*', StringComparison.Ordinal)
                    && Nexts.Contains(Plain(MessageValues.NameOf(other)))));
    }

    /// <param name="at">The place of the object.</param>
    private void SetMembers(JsonObject members, string at)
    {
        var isLast = _offset + Things.Count >= _total;
        foreach (var (name, value) in members.ToList())
        {
            var plain = Plain(name);
            var kind = value?.GetValueKind();
            if (kind == JsonValueKind.Number)
            {
                long? number = Totals.Contains(plain) ? _total
                    : plain == "count" ? Things.Count
                    : PageTotals.Contains(plain) && _limit is { } limit ? Math.Max(1, (_total + limit - 1) / limit)
                    : _asked.TryGetValue(plain, out var asked) ? asked
                    : null;
                members[name] = number is null ? value!.DeepClone() : JsonValue.Create(number.Value);
            }
            else if (kind is JsonValueKind.True or JsonValueKind.False && More.Contains(plain))
            {
                members[name] = !isLast;
            }
            else if (kind == JsonValueKind.String && isLast && Nexts.Contains(plain))
            {
                SetNone(members, name, $"{at}/{JsonPointer.Escape(name)}");
            }
        }
    }

    /// <summary>There is no next part: null where the document allows it, else no member, else an empty text.</summary>
    private void SetNone(JsonObject members, string name, string at)
    {
        if (_place.Places.Allows(at, ValueTypes.Null) != false)
        {
            members[name] = null;
        }
        else if (!_place.Places.IsRequired(at))
        {
            members.Remove(name);
        }
        else
        {
            members[name] = "";
        }
    }

    /// <summary>The parameter with one of the names, and its value: as sent, or its default.</summary>
    private (Parameter? Parameter, long? Value) Asked(StateRequest request, string[] names)
    {
        foreach (var parameter in request.Operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Query))
        {
            if (names.Contains(Plain(parameter.Name)))
            {
                var sent = request.Query(parameter.Name) is JsonValue value && value.TryGetValue(out long number) ? number : (long?)null;
                if ((sent ?? Keyword(request, parameter, KeywordNames.Default)) is { } used)
                {
                    _asked[Plain(parameter.Name)] = used;
                    return (parameter, used);
                }
            }
        }

        return (null, null);
    }

    /// <summary>Pages are counted from 1, unless the document allows 0.</summary>
    private static long FirstPage(StateRequest request, Parameter? parameter) =>
        parameter is not null
        && (Keyword(request, parameter, KeywordNames.Minimum) ?? Keyword(request, parameter, KeywordNames.Default)) == 0 ? 0 : 1;

    private static long? Keyword(StateRequest request, Parameter parameter, string keyword)
    {
        var view = request.Resources.Contract.Description.View;
        return parameter.Schema is { } schema
            && view.WithTargets(schema.Node).Select(node => view.Keyword(node, keyword)).FirstOrDefault(found => found is not null)
                is { Value.ValueKind: JsonValueKind.Number } found
            && found.Value.TryGetInt64(out var number) ? number : null;
    }

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
