using System.Collections.Frozen;
using System.Text.Json;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>
/// Checks JSON against WireMock.Net's model of stubs, whose own reader ignores what it does not know. The members are those of its types.
/// </summary>
internal static class ModelMembers
{
    private static readonly Lazy<FrozenDictionary<Type, FrozenDictionary<string, Type>>> Known = new(Read);

    private static readonly FrozenDictionary<string, Type> TextOrModel = new Dictionary<string, Type>
    {
        [nameof(RequestModel.Path)] = typeof(PathModel),
        [nameof(RequestModel.Url)] = typeof(UrlModel),
        [nameof(RequestModel.ClientIP)] = typeof(ClientIPModel),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The members of a stub.</summary>
    public static IReadOnlyCollection<string> OfStub => Known.Value[typeof(MappingModel)].Keys;

    /// <summary>Adds a fault for each member that is not known, and for each value of the wrong type.</summary>
    public static void Check(StubNode node, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (node.Kind == JsonValueKind.Null || type == typeof(object) || type == typeof(Type))
        {
            return;
        }

        if (Known.Value.TryGetValue(type, out var members))
        {
            CheckObject(node, type, members);
        }
        else if (ElementOf(type) is { } element)
        {
            foreach (var item in node.Elements())
            {
                Check(item, element);
            }
        }
        else if (type == typeof(bool))
        {
            node.Flag();
        }
        else if (type == typeof(int))
        {
            node.Integer(int.MinValue, int.MaxValue);
        }
        else if (type == typeof(double))
        {
            node.Is(JsonValueKind.Number, "a number");
        }
        else if (type.IsEnum)
        {
            node.OneOf(Enum.GetNames(type));
        }
        else if (type == typeof(string) || type == typeof(byte[]))
        {
            node.Text();
        }
        else if (node.Text() is { } text && (type == typeof(Guid) ? !Guid.TryParse(text, out _) : !IsTime(node)))
        {
            node.Fault($"'{text}' is not {(type == typeof(Guid) ? "a UUID" : "a date and time such as 2026-01-31T12:00:00Z")}");
        }
    }

    private static bool IsTime(StubNode node) => node.Value.TryGetDateTime(out _);

    private static void CheckObject(StubNode node, Type type, FrozenDictionary<string, Type> members)
    {
        if (!node.IsObject())
        {
            return;
        }

        node.CheckMembers(members.Keys);
        foreach (var (name, of) in members)
        {
            if (node.Member(name) is not { } member)
            {
                continue;
            }

            if (type == typeof(RequestModel) && TextOrModel.TryGetValue(name, out var model))
            {
                if (member.Kind != JsonValueKind.String)
                {
                    Check(member, model);
                }
            }
            else if (type == typeof(ResponseModel) && name is nameof(ResponseModel.Headers) or nameof(ResponseModel.TrailingHeaders))
            {
                CheckFields(member);
            }
            else
            {
                Check(member, of);
            }
        }
    }

    /// <summary>A text or texts for each name.</summary>
    private static void CheckFields(StubNode node)
    {
        foreach (var (_, value) in node.Entries())
        {
            Check(value, value.Kind == JsonValueKind.Array ? typeof(string[]) : typeof(string));
        }
    }

    private static Type? ElementOf(Type type) =>
        type == typeof(byte[]) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>) ? type.GetGenericArguments()[0]
        : null;

    private static FrozenDictionary<Type, FrozenDictionary<string, Type>> Read()
    {
        var types = new Dictionary<Type, FrozenDictionary<string, Type>>();
        var unread = new Stack<Type>([typeof(MappingModel), .. TextOrModel.Values]);
        while (unread.TryPop(out var next))
        {
            var type = Nullable.GetUnderlyingType(next) ?? ElementOf(next) ?? next;
            if (type.Namespace?.StartsWith(nameof(WireMock), StringComparison.Ordinal) == true && !type.IsEnum && !types.ContainsKey(type))
            {
                types[type] = type.GetProperties().ToFrozenDictionary(
                    property => property.Name, property => property.PropertyType, StringComparer.Ordinal);
                Array.ForEach(type.GetProperties(), property => unread.Push(property.PropertyType));
            }
        }

        return types.ToFrozenDictionary();
    }
}
