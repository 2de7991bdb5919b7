using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>A request to an endpoint below <c>/__admin</c>.</summary>
/// <param name="Parameter">The value of the path's parameter, decoded; empty if the path has none.</param>
internal sealed record AdminRequest(MockRequest Request, string Parameter)
{
    public ReadOnlyMemory<byte> Body => Request.Message.Body;

    public Redactor Redactor => Request.Redactor;

    /// <summary>The last value of each parameter of the query.</summary>
    public IReadOnlyDictionary<string, string> Query { get; } = QueryOf(Request.Message.Query);

    /// <summary>The fault of a query with a parameter that the endpoint does not have; null if it has none.</summary>
    public AdminFault? UnknownParameter(params ReadOnlySpan<string> known)
    {
        foreach (var name in Query.Keys)
        {
            if (!known.Contains(name))
            {
                var detail = known.IsEmpty ? "The query has no parameters" : $"The query may have {string.Join(", ", known)}";
                return AdminFault.Of(Request.Redactor, $"/query/{name}", "Unknown query parameter", $"{detail}; found {name}.");
            }
        }

        return null;
    }

    /// <param name="number">Null if the query does not have the parameter.</param>
    public AdminFault? ReadNumber(string name, out int? number)
    {
        number = null;
        if (!Query.TryGetValue(name, out var text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            number = value;
            return null;
        }

        return Invalid(name, "a whole number of 0 or more", text);
    }

    /// <param name="time">Null if the query does not have the parameter.</param>
    public AdminFault? ReadTime(string name, out DateTimeOffset? time)
    {
        time = null;
        if (!Query.TryGetValue(name, out var text))
        {
            return null;
        }

        // The plus sign of an offset is a space in a query unless it is encoded, which clients forget.
        if (DateTimeOffset.TryParse(
            text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value))
        {
            time = value;
            return null;
        }

        return Invalid(name, "a date and time such as 2026-01-31T12:00:00Z", text);
    }

    /// <param name="value">False if the query does not have the parameter.</param>
    public AdminFault? ReadBoolean(string name, out bool value)
    {
        value = false;
        return !Query.TryGetValue(name, out var text) || bool.TryParse(text, out value) ? null : Invalid(name, "true or false", text);
    }

    /// <summary>The path's parameter as a UUID.</summary>
    public AdminFault? ReadId(out Guid id) => Guid.TryParse(Parameter, out id)
        ? null
        : AdminFault.Of(Request.Redactor, "/path/id", "Invalid id", $"The id is a UUID; found '{Parameter}'.");

    private AdminFault Invalid(string name, string expected, string found) =>
        AdminFault.Of(Request.Redactor, $"/query/{name}", "Invalid query parameter", $"{name} is {expected}; found '{found}'.");

    private static Dictionary<string, string> QueryOf(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(query))
        {
            values[pair.DecodeName().ToString()] = pair.DecodeValue().ToString();
        }

        return values;
    }
}
